import { closingLayer } from './keyboard';

/** After a dialog: back to the open sheet, or to the tile that the arrow keys are on, unless the focus found a place. */
export function restoreFocus(): void {
  requestAnimationFrame(() => {
    const at = document.activeElement;
    if (at !== null && at !== document.body && !at.closest(`.${closingLayer}`)) return;
    const places = ['[data-sheet]', '[data-grid] [tabindex="0"]', '[data-work]'];
    const place = places.map((one) => document.querySelector<HTMLElement>(one)).find((one) => one !== null);
    place?.focus({ preventScroll: true });
  });
}
