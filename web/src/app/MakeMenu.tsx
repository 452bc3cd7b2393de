import { Trans, useLingui } from '@lingui/react/macro';
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

/** What the + button on a phone offers. */
export default function MakeMenu({ anchor, onUpload, onImport, onClose }: Props) {
  const { t } = useLingui();
  return (
    <AnchoredMenu anchor={anchor} label={t`Create or add`} width={220} position="top" onClose={onClose}>
      <Menu.Item leftSection={<IconPencilPlus {...icon} />} onClick={() => openComposer({})}>
        <Trans>New post</Trans>
      </Menu.Item>
      <Menu.Item leftSection={<IconUpload {...icon} />} onClick={onUpload}>
        <Trans>Upload</Trans>
      </Menu.Item>
      <Menu.Item leftSection={<IconLink {...icon} />} onClick={onImport}>
        <Trans>Import from URL</Trans>
      </Menu.Item>
    </AnchoredMenu>
  );
}
