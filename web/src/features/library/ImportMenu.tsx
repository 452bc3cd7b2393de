import { Trans, useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconFolder, IconLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { AnchoredMenu } from '@/ui/AnchoredMenu';
import type { MenuAnchor } from '@/ui/anchor';

interface Props {
  anchor: MenuAnchor;
  onUrl: () => void;
  /** Absent if the browser cannot choose folders. */
  onFolder?: (() => void) | undefined;
  /** Menu items for the clouds. */
  clouds: ReactNode;
  onClose: () => void;
}

export default function ImportMenu({ anchor, onUrl, onFolder, clouds, onClose }: Props) {
  const { t } = useLingui();
  return (
    <AnchoredMenu
      anchor={anchor}
      label={t({ message: 'Import', context: 'verb' })}
      width={250}
      position="bottom-end"
      onClose={onClose}
    >
      <Menu.Item leftSection={<IconLink size={17} stroke={1.5} />} onClick={onUrl}>
        <Trans>Import from URL</Trans>
      </Menu.Item>
      {clouds}
      {onFolder && (
        <Menu.Item leftSection={<IconFolder size={17} stroke={1.5} />} onClick={onFolder}>
          <Trans>Upload a folder</Trans>
        </Menu.Item>
      )}
    </AnchoredMenu>
  );
}
