/** Where a menu opens: a point under the pointer, or the box of the button that opened it. */
export interface MenuAnchor {
  /** allow direction: a place in the window, as browsers report it */
  left: number;
  top: number;
  width: number;
  height: number;
}

export function anchorAt(x: number, y: number): MenuAnchor {
  // allow direction: a pointer is somewhere in the window
  return { left: x, top: y, width: 1, height: 1 };
}

export function anchorOf(element: HTMLElement): MenuAnchor {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}
