import { closingLayer } from './keyboard';

/** The id of every page's `main`: the target of the skip link, focused when a page opens. */
export const contentId = 'content';

/** The id of the element around everything the viewer covers. */
export const coveredId = 'covered';

export function focusContent(): void {
  document.getElementById(contentId)?.focus({ preventScroll: true });
}

/** True while the focus is where a page or dialog put it itself; it must not be moved away. */
export function isFocusPlaced(): boolean {
  const at = document.activeElement;
  if (at === null || at === document.body || at.closest(`.${closingLayer}`)) return false;
  return at.closest(`#${contentId}, [role="dialog"]`) !== null;
}
