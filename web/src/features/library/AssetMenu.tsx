import { Menu } from '@mantine/core';
import { IconDownload, IconMaximize, IconRefresh, IconTrash } from '@tabler/icons-react';
import type { Asset } from '@/api/types';
import { AnchoredMenu } from '@/ui/AnchoredMenu';
import { anchorAt } from '@/ui/anchor';
import type { AssetActions } from './assets';

interface Props extends AssetActions {
  asset: Asset;
  x: number;
  y: number;
  onClose: () => void;
}

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** What can be done with an asset; one menu for the whole grid, opened where the pointer is. */
export default function AssetMenu({ asset, x, y, onClose, ...on }: Props) {
  return (
    <AnchoredMenu
      anchor={anchorAt(x, y)}
      label={`Actions for ${asset.name}`}
      width={200}
      position="bottom-start"
      onClose={onClose}
    >
      <Menu.Item leftSection={<IconMaximize {...icon} />} onClick={() => on.onView(asset)}>
        Preview
      </Menu.Item>
      <Menu.Item leftSection={<IconDownload {...icon} />} onClick={() => on.onDownload(asset)}>
        Download
      </Menu.Item>
      {asset.status === 'failed' && asset.failure?.retryable !== false && (
        <Menu.Item leftSection={<IconRefresh {...icon} />} onClick={() => on.onRetry(asset)}>
          Retry
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item c="var(--danger)" leftSection={<IconTrash {...icon} />} onClick={() => on.onDelete(asset)}>
        Delete
      </Menu.Item>
    </AnchoredMenu>
  );
}
