/** True while a person types, so that single-key shortcuts stay out of the way. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null)
  );
}

/** The class of a dialog that is fading out. Keys are meant for the page again. */
export const closingLayer = 'closing-layer';

/** The library of the viewer shows the same by taking a class away. */
const closing = `.${closingLayer}, .yarl__portal:not(.yarl__portal_open)`;

/** True while a dialog or menu is on top and owns the keys; `besides` says which one does not count. */
export function hasLayerOnTop(besides?: string): boolean {
  const layers = document.querySelectorAll('[aria-modal="true"], [role="menu"]');
  return [...layers].some((layer) => !layer.matches(closing) && !(besides && layer.matches(besides)));
}
