import { t } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconCrop, IconCut, IconDots, IconPhoto, IconVideo, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import type { PostAsset } from '@/api/types';
import { BadgeMark } from '@/core/assets/BadgeMark';
import { arrowOf } from '@/lib/direction';
import { formatCount, formatDimensions, formatDuration, formatOrdinal, joined } from '@/lib/format';
import { lazyPart } from '@/ui/lazyPart';
import { useMenuButton } from '@/ui/useMenuButton';
import { CroppedPicture } from './CroppedPicture';
import { type Badge, badgeWords, croppedSize } from './media';
import classes from './media.module.css';
import type { useReorder } from './useReorder';

const MediaMenu = lazyPart(() => import('./MediaMenu'));

/** What a dialog of its own can change about an item of the media. */
export type MediaDialog = 'crop' | 'trim' | 'alt';

export interface MediaItemActions {
  onMove: (to: number) => void;
  onRemove: () => void;
  onDialog: (kind: MediaDialog) => void;
}

interface Props extends MediaItemActions {
  media: PostAsset;
  index: number;
  count: number;
  badge: Badge | null;
  /** The props that let the item be dragged among the others. */
  reorder: ReturnType<ReturnType<typeof useReorder>>;
}

const icon = { size: 18, stroke: 1.5 } as const;

export function MediaItem({ media, index, count, badge, reorder, onMove, onRemove, onDialog }: Props) {
  const { t } = useLingui();
  const item = useRef<HTMLLIElement>(null);
  const { props, anchor, close } = useMenuButton();
  const { name, kind, thumbUrl, crop, trim } = media;
  const known = name !== '';
  const isVideo = kind === 'video';
  const Kind = isVideo ? IconVideo : IconPhoto;

  const keys = (event: KeyboardEvent) => {
    const key = arrowOf(event.key);
    if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
    else if (event.shiftKey && key === 'ArrowLeft') onMove(index - 1);
    else if (event.shiftKey && key === 'ArrowRight') onMove(index + 1);
    else if (key === 'ArrowLeft') focusBeside(item.current, 'previousElementSibling');
    else if (key === 'ArrowRight') focusBeside(item.current, 'nextElementSibling');
    else return;
    event.preventDefault();
  };

  return (
    <li ref={item} className={classes.item} {...reorder}>
      <div className={classes.picture}>
        {thumbUrl ? (
          <CroppedPicture media={media} fit="cover" />
        ) : (
          <Kind size={26} stroke={1.5} aria-hidden="true" />
        )}
        <button
          type="button"
          className={classes.face}
          data-media=""
          aria-label={spoken(media, index, count, badge && t(badgeWords[badge]))}
          // untranslated: keys
          aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight Delete"
          title={`${name}\n${t`Drag to reorder, or press Shift with an arrow key`}`}
          onClick={() => onDialog('crop')}
          onKeyDown={keys}
        />
        {isVideo && <Corner media={media} badge={badge} />}
        <button
          type="button"
          className={classes.alt}
          data-set={media.altText || media.assetAltText ? '' : undefined}
          aria-label={t`Alt text for ${name}`}
          onClick={() => onDialog('alt')}
        >
          <Trans comment="on a small button; short for alternative text">ALT</Trans>
        </button>
        <button type="button" className={classes.remove} aria-label={t`Remove ${name}`} onClick={onRemove}>
          <IconX size={16} stroke={2} aria-hidden="true" />
        </button>
      </div>
      <div className={classes.tools}>
        <ActionIcon
          aria-label={t`Crop ${name}`}
          title={crop ? t`Edit crop` : t({ message: 'Crop', context: 'verb' })}
          disabled={!known}
          variant={crop ? 'light' : 'subtle'}
          color={crop ? 'wing' : 'gray'}
          onClick={() => onDialog('crop')}
        >
          <IconCrop {...icon} />
        </ActionIcon>
        {isVideo && (
          <ActionIcon
            aria-label={t`Trim ${name}`}
            title={trim ? t`Edit trim` : t({ message: 'Trim', context: 'verb' })}
            variant={trim ? 'light' : 'subtle'}
            color={trim ? 'wing' : 'gray'}
            onClick={() => onDialog('trim')}
          >
            <IconCut {...icon} />
          </ActionIcon>
        )}
        <ActionIcon {...props} aria-label={t`More for ${name}`} title={t`More`}>
          <IconDots {...icon} />
        </ActionIcon>
      </div>
      {anchor && (
        <MediaMenu
          anchor={anchor}
          media={media}
          index={index}
          count={count}
          onClose={close}
          onMove={onMove}
          onRemove={onRemove}
          onDialog={onDialog}
        />
      )}
    </li>
  );
}

/** How large the video will be, and whether that is good enough. */
function Corner({ media, badge }: { media: PostAsset; badge: Badge | null }) {
  const { t } = useLingui();
  const size = croppedSize(media);
  const seconds = media.trim ? media.trim.end - media.trim.start : media.durationSeconds;
  return (
    <span className={classes.corner}>
      {joined([
        ...(size ? [formatDimensions(size.width, size.height)] : []),
        ...(seconds != null ? [formatDuration(seconds)] : []),
      ])}
      {badge && <BadgeMark badge={badge} words={t(badgeWords[badge])} />}
    </span>
  );
}

function spoken(media: PostAsset, index: number, count: number, verdict: string | null): string {
  const size = media.kind === 'video' ? croppedSize(media) : null;
  const [place, all] = [formatCount(index + 1), formatCount(count)];
  const [width, height] = [formatOrdinal(size?.width ?? 0), formatOrdinal(size?.height ?? 0)];
  const parts = [
    media.name || t({ message: 'Loading', context: 'instead of a file name' }),
    media.kind === 'video'
      ? t({ message: 'video', context: 'kind' })
      : t({ message: 'image', context: 'kind' }),
    t`${place} of ${all}`,
    media.crop && t`cropped`,
    media.trim && t`trimmed`,
    size && t`${width} by ${height}`,
    media.kind === 'video' && verdict,
  ];
  return parts.filter(Boolean).join(', ');
}

function focusBeside(item: Element | null, which: 'previousElementSibling' | 'nextElementSibling'): void {
  item?.[which]?.querySelector<HTMLElement>('[data-media], [data-add]')?.focus();
}
