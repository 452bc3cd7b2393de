import type { Range } from '../view/libraryView';

/** So many slides are handed to the viewer at a time, of a list that may have a million. */
export const reelLength = 1000;
/** This near to an end of them, the next ones are taken. */
const edge = 3;

/** The part of the list around a place; the one before it, as long as that still will do. */
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
