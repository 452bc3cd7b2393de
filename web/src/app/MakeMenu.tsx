import { Menu } from '@mantine/core';
import { IconLink, IconPencilPlus, IconUpload } from '@tabler/icons-react';
import { openComposer } from '@/core/posts/openComposer';
import { AnchoredMenu } from '@/ui/AnchoredMenu';
import type { MenuAnchor } from '@/ui/anchor';

interface Props {
  anchor: MenuAnchor;
  onUpload: () => void;
  onImport: () => void;
  onClose: () => void;
}

const icon = { size: 18, stroke: 1.5 } as const;

/** What the + of a phone offers. */
export default function MakeMenu({ anchor, onUpload, onImport, onClose }: Props) {
  return (
    <AnchoredMenu anchor={anchor} label="Make or add" width={220} position="top" onClose={onClose}>
      <Menu.Item leftSection={<IconPencilPlus {...icon} />} onClick={() => openComposer({})}>
        New post
      </Menu.Item>
      <Menu.Item leftSection={<IconUpload {...icon} />} onClick={onUpload}>
        Upload
      </Menu.Item>
      <Menu.Item leftSection={<IconLink {...icon} />} onClick={onImport}>
        Import from URL
      </Menu.Item>
    </AnchoredMenu>
  );
}
