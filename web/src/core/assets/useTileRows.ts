import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { arrowOf } from '@/lib/direction';
import type { NextPage } from '@/lib/pagedList';
import { useVisibleRows } from '@/ui/useVisibleRows';

interface Rows {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  columns: number;
  rowHeight: number;
  next: NextPage;
}

/**
 * Rows of tiles, of which only the visible ones are rendered. The next page is requested before it scrolls into view. One tile is a tab
 * stop, and the arrow keys move between them: tile number n has `data-choice={n}`.
 */
export function useTileRows({ scroller, count, columns, rowHeight, next }: Rows) {
  const [current, setCurrent] = useState(0);
  const rows = Math.ceil(count / columns);
  const { drawn, reveal } = useVisibleRows({ scroller, count: rows, height: rowHeight });
  const last = drawn.at(-1) ?? 0;

  const load = useEffectEvent(next.load);
  const mayLoad = next.exists && next.refusal === null;
  useEffect(() => {
    if (mayLoad && (last + 4) * columns >= count) load();
  }, [mayLoad, last, columns, count]);

  const focusOn = (index: number) => {
    const at = Math.max(0, Math.min(index, count - 1));
    setCurrent(at);
    reveal(Math.floor(at / columns));
    const tile = () => scroller.current?.querySelector<HTMLElement>(`[data-choice="${at}"]`);
    const focus = () => tile()?.focus({ preventScroll: true });
    // At once if the tile is rendered, so that the next key reaches it; otherwise as soon as it is.
    if (tile()) focus();
    else requestAnimationFrame(focus);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -columns,
      ArrowDown: columns,
      Home: -count,
      End: count,
    };
    const step = steps[arrowOf(event.key)];
    if (step === undefined) return;
    event.preventDefault();
    focusOn(current + step);
  };

  return {
    drawn: drawn.map((row) => ({ row, y: row * rowHeight })),
    height: rows * rowHeight,
    current: Math.min(current, count - 1),
    setCurrent,
    onKeyDown,
  };
}
