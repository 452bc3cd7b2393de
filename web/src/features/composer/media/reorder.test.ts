import { expect, test } from 'vitest';
import { reorderedIndex } from './reorder';

test.each([
  [0, 2, 'before', 1],
  [0, 2, 'after', 2],
  [3, 1, 'before', 1],
  [3, 1, 'after', 2],
  [1, 0, 'after', 1],
  [1, 2, 'before', 1],
  [1, 1, 'before', 1],
  [1, 1, 'after', 1],
] as const)('Item %d dropped at item %d, %s, becomes number %d', (from, target, edge, to) => {
  expect(reorderedIndex(from, target, edge)).toBe(to);
});
