import { Trans, useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import {
  IconAlt,
  IconArrowLeft,
  IconArrowRight,
  IconCrop,
  IconCut,
  IconDownload,
  IconX,
} from '@tabler/icons-react';
import type { PostAsset } from '@/api/types';
import { AnchoredMenu } from '@/ui/AnchoredMenu';
import type { MenuAnchor } from '@/ui/anchor';
import type { MediaItemActions } from './MediaItem';

interface Props extends MediaItemActions {
  anchor: MenuAnchor;
  media: PostAsset;
  index: number;
  count: number;
  onClose: () => void;
}

const icon = { size: 16, stroke: 1.5 } as const;

/** Everything that can be done with an item, also on devices without dragging. */
export default function MediaMenu({
  anchor,
  media,
  index,
  count,
  onClose,
  onMove,
  onRemove,
  onDialog,
}: Props) {
  const { t } = useLingui();
  const { name } = media;
  return (
    <AnchoredMenu
      anchor={anchor}
      label={t`More for ${name}`}
      width={220}
      position="bottom-start"
      onClose={onClose}
    >
      <Menu.Item leftSection={<IconCrop {...icon} />} onClick={() => onDialog('crop')}>
        <Trans>Crop…</Trans>
      </Menu.Item>
      {media.kind === 'video' && (
        <Menu.Item leftSection={<IconCut {...icon} />} onClick={() => onDialog('trim')}>
          <Trans>Trim…</Trans>
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconAlt {...icon} />} onClick={() => onDialog('alt')}>
        <Trans>Alt text…</Trans>
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconArrowLeft {...icon} />}
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
      >
        <Trans>Move earlier</Trans>
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowRight {...icon} />}
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
      >
        <Trans>Move later</Trans>
      </Menu.Item>
      {media.fileUrl && (
        <Menu.Item
          component="a"
          href={`${media.fileUrl}&download`}
          leftSection={<IconDownload {...icon} />}
          onClick={onClose}
        >
          <Trans>Download for publishing</Trans>
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item leftSection={<IconX {...icon} />} onClick={onRemove}>
        <Trans context="from a post">Remove</Trans>
      </Menu.Item>
    </AnchoredMenu>
  );
}
