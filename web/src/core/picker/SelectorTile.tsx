import { IconPhoto, IconStarFilled, IconVideo } from '@tabler/icons-react';
import type { Asset } from '@/api/types';
import { badgeWords, chipOf, spokenName, thumbOf } from '@/core/assets/asset';
import { translated } from '@/lib/direction';
import { formatDuration } from '@/lib/format';
import classes from './selector.module.css';

interface Props {
  asset: Asset;
  index: number;
  x: number;
  y: number;
  size: number;
  focusable: boolean;
  /** Its place in the selection, from 1; 0 if it is not selected. */
  order: number;
  inPost: boolean;
  onSelect: () => void;
}

export function SelectorTile({ asset, index, x, y, size, focusable, order, inPost, onSelect }: Props) {
  const thumb = thumbOf(asset);
  const Kind = asset.kind === 'video' ? IconVideo : IconPhoto;
  const chip = chipOf(asset);
  const badge = badgeWords(asset);
  return (
    <li
      className={classes.tile}
      style={{
        width: size,
        height: size,
        transform: translated(x, y),
        backgroundImage: asset.placeholder ? `url(${asset.placeholder})` : undefined,
      }}
    >
      {thumb ? (
        <img src={thumb.url} alt="" decoding="async" draggable={false} />
      ) : (
        <Kind size={26} stroke={1.5} />
      )}
      <button
        type="button"
        data-choice={index}
        data-picked={order > 0 || undefined}
        tabIndex={focusable ? 0 : -1}
        aria-label={inPost ? `${spokenName(asset)}, in the post already` : spokenName(asset)}
        aria-pressed={order > 0 || inPost}
        aria-disabled={inPost || undefined}
        title={asset.name}
        onClick={() => inPost || onSelect()}
      />
      {asset.starred && <IconStarFilled className={classes.star} size={15} aria-hidden="true" />}
      {inPost ? (
        <span className={classes.chip}>In the post</span>
      ) : (
        chip && <span className={classes.chip}>{chip}</span>
      )}
      {asset.kind === 'video' && (
        <span className={classes.corner}>
          {asset.durationSeconds == null ? '' : formatDuration(asset.durationSeconds)}
          {badge && <i data-badge={asset.badge} title={badge} />}
        </span>
      )}
      {order > 0 && <span className={classes.order}>{order}</span>}
    </li>
  );
}
