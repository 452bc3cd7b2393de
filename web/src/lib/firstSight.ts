const id = 'first-sight';

/** What shows the first pictures of the library while the app is still on its way; behind the app, and nobody can touch it. */
export function beginFirstSight(): HTMLElement {
  const sight = document.createElement('div');
  sight.id = id;
  sight.inert = true;
  sight.ariaHidden = 'true';
  document.body.prepend(sight);
  return sight;
}

/** The app shows the same by itself, or something else. */
export function endFirstSight(): void {
  document.getElementById(id)?.remove();
}
