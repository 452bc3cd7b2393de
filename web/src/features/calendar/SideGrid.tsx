import { IconCheck, IconPhoto, IconStarFilled, IconVideo } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Asset } from '@/api/types';
import { badgeWords, spokenName, thumbOf } from '@/core/assets/asset';
import { useTileRows } from '@/core/assets/useTileRows';
import { formatDuration } from '@/lib/format';
import classes from './side.module.css';

interface Props {
  assets: readonly Asset[];
  picked: readonly Asset[];
  hasMore: boolean;
  onMore: () => void;
  onPick: (asset: Asset) => void;
}

const columns = 3;
const rowHeight = 88;

/** Three tiles across; only the rows in sight are drawn. A tile that is picked is dragged with all that are. */
export function SideGrid({ assets, picked, hasMore, onMore, onPick }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useTileRows({ scroller, count: assets.length, columns, rowHeight, hasMore, onMore });
  const pickedIds = picked.map(({ id }) => id);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the tiles inside, which are buttons.
    <div ref={scroller} className={classes.sideScroller} onKeyDown={rows.onKeyDown}>
      <ul className={classes.tiles} style={{ height: rows.height }} aria-label="Assets">
        {rows.drawn.flatMap(({ row, y }) =>
          assets.slice(row * columns, (row + 1) * columns).map((asset, column) => {
            const index = row * columns + column;
            const isPicked = pickedIds.includes(asset.id);
            return (
              <SideTile
                key={asset.id}
                asset={asset}
                index={index}
                column={column}
                y={y}
                focusable={index === rows.current}
                isPicked={isPicked}
                dragged={isPicked ? pickedIds : [asset.id]}
                onPick={() => {
                  rows.setCurrent(index);
                  onPick(asset);
                }}
              />
            );
          }),
        )}
      </ul>
    </div>
  );
}

interface TileProps {
  asset: Asset;
  index: number;
  column: number;
  y: number;
  focusable: boolean;
  isPicked: boolean;
  dragged: readonly string[];
  onPick: () => void;
}

function SideTile({ asset, index, column, y, focusable, isPicked, dragged, onPick }: TileProps) {
  const thumb = thumbOf(asset);
  const Kind = asset.kind === 'video' ? IconVideo : IconPhoto;
  const badge = badgeWords(asset);
  return (
    <li style={{ transform: `translateY(${y}px)`, left: `${(column * 100) / columns}%` }}>
      <div
        className={classes.sideTile}
        data-assets={dragged.join(' ')}
        style={{ backgroundImage: asset.placeholder ? `url(${asset.placeholder})` : undefined }}
      >
        {thumb ? (
          <img src={thumb.url} alt="" decoding="async" draggable={false} />
        ) : (
          <Kind size={22} stroke={1.5} />
        )}
        <button
          type="button"
          data-choice={index}
          tabIndex={focusable ? 0 : -1}
          aria-label={spokenName(asset)}
          aria-pressed={isPicked}
          title={asset.name}
          onClick={onPick}
        />
        {asset.starred && <IconStarFilled className={classes.star} size={13} aria-hidden="true" />}
        {asset.kind === 'video' && asset.durationSeconds != null && (
          <span className={classes.corner}>
            {formatDuration(asset.durationSeconds)}
            {badge && <i data-badge={asset.badge} title={badge} />}
          </span>
        )}
        {isPicked && (
          <span className={classes.check}>
            <IconCheck size={13} stroke={2.5} aria-hidden="true" />
          </span>
        )}
      </div>
    </li>
  );
}
