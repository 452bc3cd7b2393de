import { contentId } from './content';
import { closingLayer } from './keyboard';

/** Returns the focus after a dialog closes: to the open sheet or the current tile, unless something else already has it. */
export function restoreFocus(): void {
  requestAnimationFrame(() => {
    const at = document.activeElement;
    if (at !== null && at !== document.body && !at.closest(`.${closingLayer}`)) return;
    const places = ['[data-sheet]', '[data-grid] [tabindex="0"]', `#${contentId}`];
    const place = places.map((one) => document.querySelector<HTMLElement>(one)).find((one) => one !== null);
    place?.focus({ preventScroll: true });
  });
}
