import type { Range } from '../view/libraryView';

/** The list may have a million assets; the viewer gets this many slides at a time. */
export const reelLength = 1000;
/** This close to either end of the slides, the next part is taken. */
const edge = 3;

/** The part of the list around a place. The previous part is kept while it is good enough. */
export function reelAround(before: Range | null, place: number, total: number): Range {
  if (
    before !== null &&
    before.to <= total &&
    (place >= before.from + edge || (before.from === 0 && place >= 0)) &&
    (place < before.to - edge || (before.to === total && place < total))
  )
    return before;
  const from = Math.max(0, Math.min(place - reelLength / 2, total - reelLength));
  return { from, to: Math.min(total, from + reelLength) };
}
