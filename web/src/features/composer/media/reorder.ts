export type Edge = 'before' | 'after';

/** The index an item gets in a row when it is dropped at an edge of another one. */
export function reorderedIndex(from: number, target: number, edge: Edge): number {
  const before = edge === 'before' ? target : target + 1;
  // Once the item is taken out, everything behind it moves up.
  return before > from ? before - 1 : before;
}
