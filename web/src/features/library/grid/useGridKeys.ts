import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Asset } from '@/api/types';
import { arrowOf } from '@/lib/direction';
import { currentSelection } from '../selection/selectionStore';
import type { useGridSelection } from '../selection/useGridSelection';
import { type GridLayout, rowOfIndex, step } from './rows';

const arrows = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'home',
  End: 'end',
} as const;

interface Props {
  scroller: RefObject<HTMLDivElement | null>;
  layout: GridLayout;
  items: ReadonlyMap<number, Asset>;
  gridSelection: ReturnType<typeof useGridSelection>;
  reveal: (row: number) => void;
  onView: (asset: Asset) => void;
}

/** The keys of the grid: one tile has the focus, and the arrow keys move it across all of them. */
export function useGridKeys({ scroller, layout, items, gridSelection, reveal, onView }: Props) {
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  const current = Math.min(active, Math.max(0, layout.total - 1));

  // The tile that an arrow key leads to may be rendered only after scrolling; it gets the focus then.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const tile = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (tile) {
      wanted.current = null;
      tile.focus({ preventScroll: true });
    }
  });

  const walk = (direction: (typeof arrows)[keyof typeof arrows], extend: boolean) => {
    const from = wanted.current ?? current;
    const next = step(layout, from, direction);
    wanted.current = next;
    setActive(next);
    reveal(rowOfIndex(layout, next));
    if (extend) gridSelection.extendTo(from, next);
    else gridSelection.endExtending();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target;
    if (!(target instanceof HTMLElement) || target.dataset.index === undefined) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = arrows[arrowOf(event.key) as keyof typeof arrows];
    const asset = items.get(current);
    const key = event.key.toLowerCase();
    if (direction) walk(direction, event.shiftKey);
    else if (!asset) return;
    else if (key === 'x' || (key === ' ' && currentSelection().active))
      gridSelection.selectOne(asset, current);
    else if (key === ' ') onView(asset);
    else return;
    event.preventDefault();
  };

  const onFocus = useCallback((index: number) => setActive(index), []);
  return { current, onKeyDown, onFocus };
}
