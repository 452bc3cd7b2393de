/** True while a person types, so that single-key shortcuts stay out of the way. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null)
  );
}

/** True while a dialog or menu is on top and owns the keys. */
export function hasLayerOnTop(): boolean {
  return document.querySelector('[aria-modal="true"], [role="menu"]') !== null;
}
