import { type RefObject, useCallback } from 'react';
import { type GridLayout, headingHeight, rowHeight, topOfRow } from './rows';

const margin = 8;

/** Scrolls a row into view by as little as possible; an arrow key must not leave a tile under the sticky heading. */
export function useReveal(
  scroller: RefObject<HTMLDivElement | null>,
  layout: GridLayout,
  top: () => number,
  goTo: (place: number) => void,
): (row: number) => void {
  return useCallback(
    (row: number) => {
      const height = scroller.current?.clientHeight ?? 0;
      const start = topOfRow(layout, row) - headingHeight;
      const end = start + headingHeight + rowHeight(layout, row) + margin;
      if (start < top()) goTo(start);
      else if (end > top() + height) goTo(end - height);
    },
    [scroller, layout, top, goTo],
  );
}
