/** Whether lines run right to left. Ask when needed: choosing another language flips the page. False where there is no document. */
export function isRtl(): boolean {
  return globalThis.document?.documentElement.dir === 'rtl';
}

/** Keeps the order of a value inside right-to-left text, where "600 × 400" would otherwise read as 400 × 600. */
export function isolated(value: string): string {
  return isRtl() ? `\u2068${value}\u2069` : value;
}

/** A CSS `translate` along the line and down, in pixels, for something positioned at the start of the line. */
export function translated(x: number, y: number): string {
  return `translate(${isRtl() ? -x : x}px, ${y}px)`;
}

/** The x coordinate of the edge where a box's lines start. */
export function startOf({ left, width }: { left: number; width: number }): number {
  return isRtl() ? left + width : left;
}

/** The distance along the line from the start of a box to `x`, both in window pixels. */
export function fromStart({ left, width }: { left: number; width: number }, x: number): number {
  return isRtl() ? left + width - x : x - left;
}

/** The key as it would be in left-to-right text: "ArrowRight" always means forward, wherever the arrow points. */
export function arrowOf(key: string): string {
  if (!isRtl()) return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;
}
