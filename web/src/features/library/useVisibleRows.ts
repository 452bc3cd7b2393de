import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect } from 'react';
import { type GridLayout, headingHeight, rowHeight } from './rows';

/** The first and last row to draw. Heights come from the arithmetic of the layout; nothing is measured. */
export function useVisibleRows(scroller: RefObject<HTMLDivElement | null>, layout: GridLayout) {
  const estimateSize = useCallback((row: number) => rowHeight(layout, row), [layout]);
  const virtualizer = useVirtualizer({
    count: layout.rowCount,
    getScrollElement: () => scroller.current,
    estimateSize,
    overscan: 3,
    // An arrow key must not leave a tile under the heading that sticks to the top.
    scrollPaddingStart: headingHeight,
    scrollPaddingEnd: 8,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout means new heights, which the virtualizer has remembered.
  useEffect(() => virtualizer.measure(), [virtualizer, layout]);

  const rows = virtualizer.getVirtualItems();
  const scrollToRow = useCallback(
    (row: number) => virtualizer.scrollToIndex(row, { align: 'auto' }),
    [virtualizer],
  );
  return { from: rows[0]?.index ?? 0, to: rows.at(-1)?.index ?? -1, scrollToRow };
}
