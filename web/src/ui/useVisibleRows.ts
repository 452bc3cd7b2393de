import { type RefObject, useCallback, useEffect, useState } from 'react';

interface Rows {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** The height of a row, in pixels. */
  height: number;
}

/** How many rows are rendered above and below the visible ones. */
const around = 3;

/** Which of many equally high rows are visible, plus a few around them, and a way to scroll to a row. */
export function useVisibleRows({ scroller, count, height }: Rows) {
  const [range, setRange] = useState({ from: 0, to: 0 });

  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const look = () => {
      const from = Math.max(0, Math.floor(box.scrollTop / height) - around);
      const to = Math.min(count, Math.ceil((box.scrollTop + box.clientHeight) / height) + around);
      setRange((now) => (now.from === from && now.to === to ? now : { from, to }));
    };
    const resized = new ResizeObserver(look);
    resized.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      resized.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroller, count, height]);

  const reveal = useCallback(
    (row: number) => {
      const box = scroller.current;
      if (box === null) return;
      const least = (row + 1) * height - box.clientHeight;
      box.scrollTop = Math.min(row * height, Math.max(least, box.scrollTop));
    },
    [scroller, height],
  );

  const drawn = Array.from({ length: Math.max(0, range.to - range.from) }, (_, at) => range.from + at);
  return { drawn, reveal };
}
