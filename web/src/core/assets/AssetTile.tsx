import { IconPhoto, IconStarFilled, IconVideo } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Asset } from '@/api/types';
import { formatDuration } from '@/lib/format';
import classes from './AssetTile.module.css';
import { badgeWords, spokenName, thumbOf } from './asset';
import { BadgeMark } from './BadgeMark';

interface Props {
  asset: Asset;
  /** Its index among the tiles of `useTileRows`. */
  index: number;
  focusable: boolean;
  picked: boolean;
  /** Why it cannot be picked: it is already there. */
  taken?: string | undefined;
  /** Bottom left. */
  chip?: string | null;
  /** Top right, such as its place in the selection. */
  mark?: ReactNode;
  small?: boolean;
  onSelect: () => void;
}

/** A picture or video to pick; fills its container. */
export function AssetTile({ asset, index, focusable, picked, taken, chip, mark, small, onSelect }: Props) {
  const thumb = thumbOf(asset);
  const Kind = asset.kind === 'video' ? IconVideo : IconPhoto;
  const badge = badgeWords(asset);
  return (
    <div
      className={classes.tile}
      data-small={small || undefined}
      style={{ backgroundImage: asset.placeholder ? `url(${asset.placeholder})` : undefined }}
    >
      {thumb ? (
        <img src={thumb.url} alt="" decoding="async" draggable={false} />
      ) : (
        <Kind size={small ? 22 : 26} stroke={1.5} aria-hidden="true" />
      )}
      <button
        type="button"
        data-choice={index}
        data-picked={picked || undefined}
        tabIndex={focusable ? 0 : -1}
        aria-label={taken ? `${spokenName(asset)}, ${taken}` : spokenName(asset)}
        aria-pressed={picked || taken !== undefined}
        aria-disabled={taken !== undefined || undefined}
        title={asset.name}
        onClick={() => taken === undefined && onSelect()}
      />
      {asset.starred && <IconStarFilled className={classes.star} size={small ? 13 : 15} aria-hidden="true" />}
      {chip && <span className={classes.chip}>{chip}</span>}
      {asset.kind === 'video' && asset.durationSeconds != null && (
        <span className={classes.corner}>
          {formatDuration(asset.durationSeconds)}
          {asset.badge && badge && <BadgeMark badge={asset.badge} words={badge} />}
        </span>
      )}
      {mark}
    </div>
  );
}
