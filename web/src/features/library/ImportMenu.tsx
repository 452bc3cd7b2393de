import { Menu } from '@mantine/core';
import { IconFolder, IconLink } from '@tabler/icons-react';
import { AnchoredMenu } from '@/ui/AnchoredMenu';
import type { MenuAnchor } from '@/ui/anchor';

interface Props {
  anchor: MenuAnchor;
  onUrl: () => void;
  onFolder: () => void;
  onClose: () => void;
}

export default function ImportMenu({ anchor, onUrl, onFolder, onClose }: Props) {
  return (
    <AnchoredMenu anchor={anchor} label="Import" width={220} position="bottom-end" onClose={onClose}>
      <Menu.Item leftSection={<IconLink size={17} stroke={1.5} />} onClick={onUrl}>
        Import from URL
      </Menu.Item>
      <Menu.Item leftSection={<IconFolder size={17} stroke={1.5} />} onClick={onFolder}>
        Upload a folder
      </Menu.Item>
    </AnchoredMenu>
  );
}
