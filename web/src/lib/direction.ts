/** Whether lines run from right to left. Asked when it is needed: another language turns the page. Without a page they run on. */
export function isRtl(): boolean {
  return globalThis.document?.documentElement.dir === 'rtl';
}

/** Keeps a value together where it stands in a line from right to left: there "600 × 400" would read as 400 × 600. */
export function isolated(value: string): string {
  return isRtl() ? `\u2068${value}\u2069` : value;
}

/** Moves something that stands at the start of the line along it and down, both in pixels. */
export function translated(x: number, y: number): string {
  return `translate(${isRtl() ? -x : x}px, ${y}px)`;
}

/** The edge of a box where lines begin. */
export function startOf({ left, width }: { left: number; width: number }): number {
  return isRtl() ? left + width : left;
}

/** How far along the line a place of the window is from the start of a box. */
export function fromStart({ left, width }: { left: number; width: number }, x: number): number {
  return isRtl() ? left + width - x : x - left;
}

/** Which key it is for lines from left to right: "ArrowRight" always means on, wherever the arrow points. */
export function arrowOf(key: string): string {
  if (!isRtl()) return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;
}
