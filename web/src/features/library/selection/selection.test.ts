import { expect, test } from 'vitest';
import {
  countOf,
  everything,
  isSelected,
  joined,
  missingOf,
  nothing,
  rangeBetween,
  sizeOf,
  withIds,
  withoutGone,
} from './selection';

test('Assets are selected and let go one by one', () => {
  const two = withIds(nothing, ['a', 'b'], true);
  expect(countOf(two)).toBe(2);
  expect(isSelected(withIds(two, ['a'], false), 'a')).toBe(false);
  expect(countOf(nothing)).toBe(0);
});

test('Everything is selected also where nothing is loaded, and what is let go is left out of it', () => {
  const all = everything({ kind: 'image' }, 1_000_000);
  expect(isSelected(all, 'anything')).toBe(true);
  const less = withIds(all, ['a'], false);
  expect(countOf(less)).toBe(999_999);
  expect(isSelected(less, 'a')).toBe(false);
  expect(countOf(withIds(less, ['a'], true))).toBe(1_000_000);
});

test('What is deleted is not selected any more', () => {
  const two = withIds(nothing, ['a', 'b'], true);
  expect(countOf(withoutGone(two, new Set(['a', 'z'])))).toBe(1);
  expect(withoutGone(two, new Set(['z']))).toBe(two);
});

test('A range holds both of its ends, whichever was clicked first', () => {
  expect(rangeBetween(9, 4)).toEqual({ from: 4, to: 10 });
  expect(sizeOf([rangeBetween(4, 4), rangeBetween(10, 19)])).toBe(11);
});

test('Only what is not loaded is asked for', () => {
  const loaded = new Set([3, 4, 8]);
  expect(missingOf([{ from: 2, to: 10 }], (index) => loaded.has(index))).toEqual([
    { from: 2, to: 3 },
    { from: 5, to: 8 },
    { from: 9, to: 10 },
  ]);
});

test('The rows of a narrow rectangle are asked for together', () => {
  const rows = [
    { from: 10, to: 12 },
    { from: 20, to: 22 },
    { from: 500, to: 502 },
  ];
  expect(joined(rows, 60)).toEqual([
    { from: 10, to: 22 },
    { from: 500, to: 502 },
  ]);
});
