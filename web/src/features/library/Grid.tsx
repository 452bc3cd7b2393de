import { useElementSize } from '@mantine/hooks';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Asset } from '@/api/types';
import { formatCount, formatMonth, plural } from '@/lib/format';
import classes from './Grid.module.css';
import type { LibraryView } from './pages';
import { fitColumns, gap, indexesOfRow, layOut, rowOfIndex, type Section, step } from './rows';
import { Tile } from './Tile';
import { useKeptPlace } from './useKeptPlace';
import { useVisibleRows } from './useVisibleRows';

interface Props {
  view: LibraryView;
  /** Changes when something else is asked for; the grid then starts at the top. */
  identity: string;
  tileSize: number;
  openId: string | undefined;
  menuId: string | undefined;
  /** Told which asset the keyboard is on, and asked to load down to an index that came into sight. */
  onReach: (lastIndex: number) => void;
  onOpen: (asset: Asset) => void;
  onView: (asset: Asset) => void;
  onDelete: (asset: Asset) => void;
  onMenu: (asset: Asset, x: number, y: number) => void;
}

const arrows = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'home',
  End: 'end',
} as const;

export function Grid({ view, identity, tileSize, openId, menuId, ...on }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  // The canvas and not the scroller: its box has no padding, which the measured width would hold as well.
  const { ref: canvas, width } = useElementSize<HTMLDivElement>();
  const { items, summary } = view;

  const layout = useMemo(() => {
    const { columns, tile } = fitColumns(Math.max(width, 1), tileSize);
    return layOut(summary.byMonth, columns, tile);
  }, [summary.byMonth, width, tileSize]);
  const { from, to, scrollToRow } = useVisibleRows(scroller, layout);
  useKeptPlace(scroller, layout, items, identity);

  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  const current = Math.min(active, Math.max(0, layout.total - 1));

  const { onReach } = on;
  const lastIndex = to < 0 ? -1 : indexesOfRow(layout, to)[1];
  useEffect(() => {
    if (lastIndex >= 0 && width > 0) onReach(lastIndex + layout.columns * 4);
  }, [lastIndex, layout.columns, width, onReach]);

  // The tile that an arrow key leads to may be drawn only after scrolling; it takes the focus then.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const tile = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (tile) {
      wanted.current = null;
      tile.focus({ preventScroll: true });
    }
  });

  const keys = (event: KeyboardEvent) => {
    const target = event.target;
    if (!(target instanceof HTMLElement) || target.dataset.index === undefined) return;
    const asset = items[current];
    const direction = arrows[event.key as keyof typeof arrows];
    if (direction && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const next = step(layout, current, direction);
      wanted.current = next;
      setActive(next);
      scrollToRow(rowOfIndex(layout, next));
    } else if (event.key === ' ' && asset) on.onView(asset);
    else if (event.key === 'Delete' && asset) on.onDelete(asset);
    else return;
    event.preventDefault();
  };

  const focusTile = useCallback((index: number) => setActive(index), []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the tiles inside, which are buttons.
    <div ref={scroller} className={classes.scroller} onKeyDown={keys} data-grid="">
      <div ref={canvas} className={classes.canvas} style={{ height: layout.height }}>
        {width > 0 &&
          layout.sections
            .filter((section) => section.firstRow <= to && section.firstRow + section.tileRows >= from)
            .map((section) => (
              <section
                key={section.month}
                className={classes.section}
                style={{ top: section.top, height: section.height }}
                aria-label={formatMonth(section.month)}
              >
                <h2 className={classes.heading}>
                  {formatMonth(section.month)} <small>{formatCount(section.count)}</small>
                </h2>
                <ul className={classes.tiles} aria-label={plural(section.count, 'item', 'items')}>
                  {indexesInSight(section, from, to, layout.columns).map((index) => {
                    const place = placeOf(index - section.first, layout.columns, layout.tile);
                    const asset = items[index];
                    if (!asset)
                      return (
                        <li
                          key={`empty-${index}`}
                          className={classes.empty}
                          aria-hidden="true"
                          style={{
                            width: layout.tile,
                            height: layout.tile,
                            transform: `translate(${place.x}px, ${place.y}px)`,
                          }}
                        />
                      );
                    return (
                      <Tile
                        key={asset.id}
                        asset={asset}
                        index={index}
                        x={place.x}
                        y={place.y}
                        size={layout.tile}
                        focusable={index === current}
                        open={asset.id === openId}
                        menuOpen={asset.id === menuId}
                        onOpen={on.onOpen}
                        onFocus={focusTile}
                        onMenu={on.onMenu}
                      />
                    );
                  })}
                </ul>
              </section>
            ))}
      </div>
    </div>
  );
}

function placeOf(within: number, columns: number, tile: number): { x: number; y: number } {
  return { x: (within % columns) * (tile + gap), y: Math.floor(within / columns) * (tile + gap) };
}

function indexesInSight(section: Section, from: number, to: number, columns: number): number[] {
  const first = Math.max(0, from - section.firstRow - 1) * columns;
  const end = Math.min(section.count, Math.max(0, to - section.firstRow) * columns);
  return Array.from({ length: Math.max(0, end - first) }, (_, offset) => section.first + first + offset);
}
