import type { KeyboardEvent } from 'react';

import { arrowOf } from '@/lib/direction';

const steps: Record<string, [across: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Moves the focus between the buttons of a grid with the arrow keys, whatever the number of columns. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const step = steps[arrowOf(event.key)];
  if (at < 0 || (!step && event.key !== 'Home' && event.key !== 'End')) return;
  event.preventDefault();
  const top = buttons[0]?.getBoundingClientRect().top;
  const columns = Math.max(1, buttons.filter((button) => button.getBoundingClientRect().top === top).length);
  const to = step ? at + step[0] + step[1] * columns : event.key === 'Home' ? 0 : buttons.length - 1;
  buttons[to]?.focus();
}
