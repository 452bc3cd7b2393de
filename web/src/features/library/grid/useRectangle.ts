import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { fromStart } from '@/lib/direction';
import type { Range } from '../view/libraryView';
import { edgeSpeed, indexesIn, type Rectangle } from './rectangle';
import type { GridLayout } from './rows';

/** How many pixels a click may wobble. */
const slackPx = 6;

interface Drag {
  startX: number;
  startY: number;
  /** The position of the pointer in the window. */
  x: number;
  y: number;
  begun: boolean;
  cancelled: boolean;
}

/** Dragging a rectangle with the mouse. It uses places of the whole grid, so it may cover rows that are not rendered. */
export function useRectangle(
  scroller: RefObject<HTMLDivElement | null>,
  layout: GridLayout,
  top: () => number,
  onSelect: (ranges: Range[]) => void,
) {
  const [rectangle, setRectangle] = useState<Rectangle | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const latest = useRef({ layout, onSelect });
  latest.current = { layout, onSelect };

  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLDivElement>) => {
      const element = scroller.current;
      if (element === null || event.pointerType !== 'mouse' || event.button !== 0) return;
      if ((event.target as Element).closest('[draggable="true"]')) return;
      const inset = Number.parseFloat(getComputedStyle(element).paddingInlineStart);
      const box = element.getBoundingClientRect();
      // No rectangle starts on the scroll bar.
      if (fromStart(box, event.clientX) > element.clientWidth) return;
      const placeX = (x: number) => fromStart(box, x) - inset;
      const placeY = (y: number) => Math.min(Math.max(y, box.top), box.bottom) - box.top + top();
      const drag: Drag = {
        startX: placeX(event.clientX),
        startY: placeY(event.clientY),
        x: event.clientX,
        y: event.clientY,
        begun: false,
        cancelled: false,
      };
      const current = (): Rectangle => ({
        startX: drag.startX,
        startY: drag.startY,
        endX: placeX(drag.x),
        endY: placeY(drag.y),
      });
      let frame = 0;
      let last = performance.now();
      const tick = (now: number) => {
        // By elapsed time, because a slow machine draws fewer frames.
        element.scrollTop += edgeSpeed(drag.y, box.top, box.bottom) * Math.min(64, Math.max(0, now - last));
        last = now;
        setRectangle(current());
        frame = requestAnimationFrame(tick);
      };
      const move = (moved: globalThis.PointerEvent) => {
        const far = Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY) > slackPx;
        drag.x = moved.clientX;
        drag.y = moved.clientY;
        if (drag.begun || !far) return;
        drag.begun = true;
        frame = requestAnimationFrame(tick);
      };
      const end = () => {
        cancelAnimationFrame(frame);
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', up);
        window.removeEventListener('pointercancel', end);
        window.removeEventListener('keydown', giveUp, true);
        stop.current = null;
        setRectangle(null);
      };
      const up = () => {
        if (drag.begun) swallowClick();
        if (drag.begun && !drag.cancelled)
          latest.current.onSelect(indexesIn(latest.current.layout, current()));
        end();
      };
      const giveUp = (key: KeyboardEvent) => {
        if (key.key !== 'Escape' || !drag.begun || drag.cancelled) return;
        key.preventDefault();
        key.stopPropagation();
        drag.cancelled = true;
        cancelAnimationFrame(frame);
        setRectangle(null);
      };
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', up);
      window.addEventListener('pointercancel', end);
      window.addEventListener('keydown', giveUp, true);
      stop.current = end;
    },
    [scroller, top],
  );

  return { rectangle, onPointerDown };
}

/** The click that follows a drag is not meant for a tile. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, true);
  // It comes right after the release, or not at all.
  setTimeout(() => window.removeEventListener('click', swallow, true));
}
