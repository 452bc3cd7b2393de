import { closingLayer } from './keyboard';

/** Of the `main` of every page: where the skip link leads, and what has the focus when a page has come. */
export const contentId = 'content';

/** Around everything that the viewer covers. */
export const coveredId = 'covered';

export function focusContent(): void {
  document.getElementById(contentId)?.focus({ preventScroll: true });
}

/** True while the focus is where a page or a dialog has put it itself: nobody is to be torn away from there. */
export function isFocusPlaced(): boolean {
  const at = document.activeElement;
  if (at === null || at === document.body || at.closest(`.${closingLayer}`)) return false;
  return at.closest(`#${contentId}, [role="dialog"]`) !== null;
}
