const id = 'first-sight';

/** Shows the library's first pictures while the app is still loading. It lies behind the app and is inert. */
export function beginFirstSight(): HTMLElement {
  const sight = document.createElement('div');
  sight.id = id;
  sight.inert = true;
  sight.ariaHidden = 'true';
  document.body.prepend(sight);
  return sight;
}

/** Called once the app draws the same place itself, or shows something else. */
export function endFirstSight(): void {
  document.getElementById(id)?.remove();
}
