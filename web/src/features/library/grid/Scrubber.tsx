import { useLingui } from '@lingui/react/macro';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { arrowOf } from '@/lib/direction';
import { formatMonth, formatOrdinal, formatShortMonth } from '@/lib/format';
import { marksOf, yearStep } from './marks';
import { type GridLayout, sectionAt } from './rows';
import classes from './Scrubber.module.css';

interface Props {
  scroller: RefObject<HTMLDivElement | null>;
  layout: GridLayout;
  /** How far the grid can scroll, in pixels. */
  extent: number;
  top: () => number;
  onMove: (place: number) => void;
}

/** How long the handle stays after the last scroll, on devices without a pointer to bring it back. */
const lingerMs = 1500;

/** Years and months at the edge of the grid: shows the position and jumps anywhere at once. */
export function Scrubber({ scroller, layout, extent, top, onMove }: Props) {
  const { t } = useLingui();
  const { ref: sizeRef, height } = useElementSize<HTMLDivElement>();
  const track = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sizeRef, track);
  const thumb = useRef<HTMLSpanElement>(null);
  const [month, setMonth] = useState('');
  const [pointed, setPointed] = useState<{ at: number; month: string } | null>(null);
  const [dragging, setDragging] = useState(false);
  const [awake, setAwake] = useState(false);
  const marks = useMemo(() => marksOf(layout, extent, height), [layout, extent, height]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null || height === 0) return;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      const share = extent > 0 ? top() / extent : 0;
      if (thumb.current) thumb.current.style.transform = `translateY(${share * height}px)`;
      setMonth(sectionAt(layout, top() + 1)?.month ?? '');
    };
    const scrolled = () => {
      follow();
      setAwake(true);
      clearTimeout(rest);
      rest = setTimeout(() => setAwake(false), lingerMs);
    };
    follow();
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      element.removeEventListener('scroll', scrolled);
      clearTimeout(rest);
    };
  }, [scroller, layout, top, extent, height]);

  const shareAt = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    return box ? Math.min(1, Math.max(0, (event.clientY - box.top) / box.height)) : 0;
  };
  const point = (event: PointerEvent, moves: boolean) => {
    const at = shareAt(event);
    if (moves) onMove(at * extent);
    setPointed({ at, month: sectionAt(layout, at * extent + 1)?.month ?? '' });
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(true);
    point(event, true);
  };
  const release = (event: PointerEvent) => {
    setDragging(false);
    if (event.pointerType !== 'mouse') setPointed(null);
  };

  const number = Math.max(
    0,
    layout.sections.findIndex((section) => section.month === month),
  );
  const keys = (event: KeyboardEvent) => {
    const last = layout.sections.length - 1;
    const targets: Record<string, number> = {
      ArrowDown: number + 1,
      ArrowRight: number + 1,
      ArrowUp: number - 1,
      ArrowLeft: number - 1,
      PageDown: yearStep(layout, number, 1),
      PageUp: yearStep(layout, number, -1),
      Home: 0,
      End: last,
    };
    const target = targets[arrowOf(event.key)];
    if (target === undefined) return;
    event.preventDefault();
    const section = layout.sections[Math.min(last, Math.max(0, target))];
    if (section === undefined) return;
    onMove(section.top);
    setMonth(section.month);
  };

  return (
    <div
      ref={ref}
      className={classes.track}
      role="slider"
      tabIndex={0}
      aria-label={t`Month`}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, layout.sections.length - 1)}
      aria-valuenow={number}
      aria-valuetext={month && formatMonth(month)}
      data-dragging={dragging || undefined}
      data-awake={awake || dragging || undefined}
      onKeyDown={keys}
      onPointerDown={press}
      onPointerMove={(event) => point(event, dragging)}
      onPointerUp={release}
      onPointerCancel={release}
      onPointerLeave={() => !dragging && setPointed(null)}
    >
      {marks.months.map(({ month: mark, at }) => (
        <i key={mark} className={classes.dot} style={{ top: at * height }} />
      ))}
      {marks.years.map(({ year, at }) => (
        <span key={year} className={classes.year} style={{ top: at * height }}>
          {formatOrdinal(Number(year))}
        </span>
      ))}
      <span ref={thumb} className={classes.thumb}>
        <i className={classes.grip} />
      </span>
      {pointed?.month && (
        <span className={classes.bubble} style={{ top: pointed.at * height }}>
          {formatShortMonth(pointed.month)}
        </span>
      )}
    </div>
  );
}
