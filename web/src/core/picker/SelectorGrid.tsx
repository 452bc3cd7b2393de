import { useLingui } from '@lingui/react/macro';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, useRef } from 'react';
import type { Asset } from '@/api/types';
import { useTileRows } from '@/core/assets/useTileRows';
import type { NextPage } from '@/lib/pagedList';
import { SelectorTile } from './SelectorTile';
import classes from './selector.module.css';

interface Props {
  assets: readonly Asset[];
  /** Already in the post, so they cannot be selected. */
  inPost: readonly string[];
  selected: readonly Asset[];
  next: NextPage;
  onSelect: (asset: Asset) => void;
  onConfirm: () => void;
}

const gap = 4;
const leastTile = 108;

/** Tiles in rows, of which only the visible ones are rendered. One stop for Tab; the arrow keys move between tiles. */
export function SelectorGrid({ assets, inPost, selected, next, onSelect, onConfirm }: Props) {
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const ref = useMergedRef(scroller, measured);
  const columns = Math.max(3, Math.floor((width + gap) / (leastTile + gap)));
  const tile = Math.max(1, (width - gap * (columns - 1)) / columns);
  const rows = useTileRows({
    scroller,
    count: assets.length,
    columns,
    rowHeight: tile + gap,
    next,
  });
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onConfirm();
    } else rows.onKeyDown(event);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the tiles inside, which are buttons.
    <div ref={ref} className={classes.scroller} onKeyDown={keys}>
      <ul className={classes.tiles} style={{ height: rows.height }} aria-label={t`Library`}>
        {width > 0 &&
          rows.drawn.flatMap(({ row, y }) =>
            assets.slice(row * columns, (row + 1) * columns).map((asset, column) => {
              const index = row * columns + column;
              return (
                <SelectorTile
                  key={asset.id}
                  asset={asset}
                  index={index}
                  x={column * (tile + gap)}
                  y={y}
                  size={tile}
                  focusable={index === rows.current}
                  order={selected.findIndex(({ id }) => id === asset.id) + 1}
                  inPost={inPost.includes(asset.id)}
                  onSelect={() => {
                    rows.setCurrent(index);
                    onSelect(asset);
                  }}
                />
              );
            }),
          )}
      </ul>
    </div>
  );
}
