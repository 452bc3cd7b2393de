import { Menu } from '@mantine/core';
import { IconFolder, IconLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { AnchoredMenu } from '@/ui/AnchoredMenu';
import type { MenuAnchor } from '@/ui/anchor';

interface Props {
  anchor: MenuAnchor;
  onUrl: () => void;
  /** Left out where a browser offers no folders. */
  onFolder?: (() => void) | undefined;
  /** Menu items for the clouds. */
  clouds: ReactNode;
  onClose: () => void;
}

export default function ImportMenu({ anchor, onUrl, onFolder, clouds, onClose }: Props) {
  return (
    <AnchoredMenu anchor={anchor} label="Import" width={250} position="bottom-end" onClose={onClose}>
      <Menu.Item leftSection={<IconLink size={17} stroke={1.5} />} onClick={onUrl}>
        Import from URL
      </Menu.Item>
      {clouds}
      {onFolder && (
        <Menu.Item leftSection={<IconFolder size={17} stroke={1.5} />} onClick={onFolder}>
          Upload a folder
        </Menu.Item>
      )}
    </AnchoredMenu>
  );
}
