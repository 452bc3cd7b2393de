/** True while a person types, so that single-key shortcuts stay out of the way. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null)
  );
}

/** The class of a dialog that is fading out. The keys belong to the page again. */
export const closingLayer = 'closing-layer';

/** The lightbox package signals the same by removing a class. */
const closing = `.${closingLayer}, .yarl__portal:not(.yarl__portal_open)`;

/** True while a dialog or menu is on top and owns the keys. `besides` selects a layer that does not count. */
export function hasLayerOnTop(besides?: string): boolean {
  const layers = document.querySelectorAll('[aria-modal="true"], [role="menu"]');
  return [...layers].some((layer) => !layer.matches(closing) && !(besides && layer.matches(besides)));
}
