import { type PointerEvent, useEffect, useRef } from 'react';

const holdMs = 500;
const slackPx = 10;

/** Detects a finger that is held still. Swallows the click that follows when it is lifted. */
export function useLongPress(onHold: (x: number, y: number) => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const held = useRef(false);

  const cancel = () => {
    if (press.current) clearTimeout(press.current.timer);
    press.current = null;
  };
  useEffect(
    () => () => {
      if (press.current) clearTimeout(press.current.timer);
    },
    [],
  );

  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      held.current = false;
      if (event.pointerType === 'mouse') return;
      const { clientX: x, clientY: y } = event;
      const timer = setTimeout(() => {
        held.current = true;
        press.current = null;
        onHold(x, y);
      }, holdMs);
      press.current = { timer, x, y };
    },
    onPointerMove: (event: PointerEvent) => {
      const start = press.current;
      if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > slackPx) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
  };

  return { handlers, consumed: () => held.current };
}
