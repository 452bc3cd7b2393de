import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Asset } from '@/api/types';
import { SelectorTile } from './SelectorTile';
import classes from './selector.module.css';

interface Props {
  assets: readonly Asset[];
  /** In the post already, so not to be chosen again. */
  inPost: readonly string[];
  picked: readonly Asset[];
  hasMore: boolean;
  onMore: () => void;
  onPick: (asset: Asset) => void;
  onConfirm: () => void;
}

const gap = 4;
const leastTile = 108;

/** Tiles in rows of which only those in sight are drawn. One stop for Tab; the arrows go from tile to tile. */
export function SelectorGrid({ assets, inPost, picked, hasMore, onMore, onPick, onConfirm }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const ref = useMergedRef(scroller, measured);
  const [current, setCurrent] = useState(0);
  const columns = Math.max(3, Math.floor((width + gap) / (leastTile + gap)));
  const tile = Math.max(1, (width - gap * (columns - 1)) / columns);
  const rows = useVirtualizer({
    count: Math.ceil(assets.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => tile + gap,
    overscan: 3,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another width means other rows.
  useEffect(() => rows.measure(), [tile]);
  const more = useEffectEvent(onMore);
  useEffect(() => {
    if (hasMore && (last + 4) * columns >= assets.length) more();
  }, [hasMore, last, columns, assets.length]);

  const focusOn = (index: number) => {
    const at = Math.max(0, Math.min(index, assets.length - 1));
    setCurrent(at);
    rows.scrollToIndex(Math.floor(at / columns));
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-choice="${at}"]`)?.focus({ preventScroll: true }),
    );
  };
  const keys = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -columns,
      ArrowDown: columns,
      Home: -assets.length,
      End: assets.length,
    };
    const step = steps[event.key];
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onConfirm();
    else if (step !== undefined) focusOn(current + step);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the tiles inside, which are buttons.
    <div ref={ref} className={classes.scroller} onKeyDown={keys}>
      <ul className={classes.tiles} style={{ height: rows.getTotalSize() }} aria-label="Library">
        {width > 0 &&
          drawn.flatMap(({ index: row, start }) =>
            assets.slice(row * columns, (row + 1) * columns).map((asset, column) => {
              const index = row * columns + column;
              return (
                <SelectorTile
                  key={asset.id}
                  asset={asset}
                  index={index}
                  x={column * (tile + gap)}
                  y={start}
                  size={tile}
                  focusable={index === Math.min(current, assets.length - 1)}
                  order={picked.findIndex(({ id }) => id === asset.id) + 1}
                  inPost={inPost.includes(asset.id)}
                  onPick={() => {
                    setCurrent(index);
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
