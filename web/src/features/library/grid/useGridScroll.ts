import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Pace, restMs } from './Pace';
import { type GridLayout, rowAt } from './rows';
import { ScaledScroll } from './scale';

/** How many rows are rendered above and below the visible ones, so that a quick turn of the wheel finds them there. */
const overscan = 2;

export interface DrawnRows {
  /** The first and the last row to render. */
  from: number;
  to: number;
  /** The first and the last visible row. */
  first: number;
  last: number;
  /** A place in the grid minus its place in the box, in pixels. */
  base: number;
  /** The rows fly by, so their pictures need not be fetched. */
  hurried: boolean;
}

const none: DrawnRows = { from: 0, to: -1, first: 0, last: -1, base: 0, hurried: false };

/** Which rows to render, and how to scroll elsewhere. Everything is computed from the layout; nothing is measured. */
export function useGridScroll(
  scroller: RefObject<HTMLDivElement | null>,
  layout: GridLayout,
  viewHeight: number,
) {
  const scroll = useRef<ScaledScroll>(null);
  const [pace] = useState(() => new Pace());
  const [drawn, setDrawn] = useState(none);
  const latest = useRef(layout);

  const draw = useCallback(() => {
    const { current } = scroll;
    const element = scroller.current;
    if (current === null || element === null) return;
    const height = element.clientHeight;
    const next = { ...rowsAt(latest.current, current, height), hurried: pace.isHurried(height) };
    setDrawn((now) => (isSame(now, next) ? now : next));
  }, [scroller, pace]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another height of the window shows other rows.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    latest.current = layout;
    scroll.current ??= new ScaledScroll(element);
    scroll.current.resize(layout.height);
    draw();
  }, [scroller, layout, viewHeight, draw]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const rested = () => {
      pace.rested();
      scroll.current?.settle();
      draw();
    };
    const scrolled = ({ timeStamp }: Event) => {
      scroll.current?.scrolled();
      pace.moved(scroll.current?.top ?? 0, timeStamp);
      draw();
      clearTimeout(rest);
      rest = setTimeout(rested, restMs);
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      element.removeEventListener('scroll', scrolled);
      clearTimeout(rest);
    };
  }, [scroller, pace, draw]);

  const top = useCallback(() => scroll.current?.top ?? 0, []);
  const moveTo = useCallback(
    (place: number) => {
      scroll.current?.moveTo(place);
      draw();
    },
    [draw],
  );

  return { drawn, top, moveTo };
}

function rowsAt(layout: GridLayout, scroll: ScaledScroll, height: number): Omit<DrawnRows, 'hurried'> {
  if (layout.rowCount === 0 || height === 0) return none;
  const first = rowAt(layout, scroll.top);
  const last = rowAt(layout, scroll.top + height - 1);
  return {
    first,
    last,
    from: Math.max(0, first - overscan),
    to: Math.min(layout.rowCount - 1, last + overscan),
    base: scroll.base,
  };
}

function isSame(a: DrawnRows, b: DrawnRows): boolean {
  return (Object.keys(a) as (keyof DrawnRows)[]).every((key) => a[key] === b[key]);
}
