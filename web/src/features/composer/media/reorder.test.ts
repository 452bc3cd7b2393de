import { expect, test } from 'vitest';
import { reorderedIndex } from './reorder';

test.each([
  [0, 2, 'left', 1],
  [0, 2, 'right', 2],
  [3, 1, 'left', 1],
  [3, 1, 'right', 2],
  [1, 0, 'right', 1],
  [1, 2, 'left', 1],
  [1, 1, 'left', 1],
  [1, 1, 'right', 1],
] as const)('Item %d dropped at item %d, %s, becomes number %d', (from, target, edge, to) => {
  expect(reorderedIndex(from, target, edge)).toBe(to);
});
