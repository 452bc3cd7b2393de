import { expect, test } from 'vitest';
import { edgeSpeed, indexesIn, isIn } from './rectangle';
import { gap, headingHeight, layOut, placeOf } from './rows';

const grid = layOut(
  [
    { month: '2026-11', count: 7 },
    { month: '2026-09', count: 5 },
  ],
  3,
  100,
);
const corner = (index: number) => placeOf(grid, index);

test('A rectangle over some columns takes those of each row', () => {
  const rectangle = {
    startX: corner(1).x + 10,
    startY: corner(1).y + 10,
    endX: corner(5).x + 10,
    endY: corner(5).y + 10,
  };
  expect(indexesIn(grid, rectangle)).toEqual([
    { from: 1, to: 3 },
    { from: 4, to: 6 },
  ]);
});

test('It does not matter from which corner it was drawn', () => {
  const one = indexesIn(grid, { startX: 0, startY: 60, endX: 150, endY: 200 });
  expect(indexesIn(grid, { startX: 150, startY: 200, endX: 0, endY: 60 })).toEqual(one);
});

test('Whole rows are one range, and it crosses months', () => {
  const all = { startX: 0, startY: 0, endX: 1000, endY: grid.height };
  expect(indexesIn(grid, all)).toEqual([{ from: 0, to: 12 }]);
});

test('In a gap or on a heading there is nothing', () => {
  const x = corner(1).x - gap / 2;
  expect(indexesIn(grid, { startX: x, startY: 0, endX: x + 1, endY: grid.height })).toEqual([]);
  expect(indexesIn(grid, { startX: 0, startY: 0, endX: 1000, endY: headingHeight - 1 })).toEqual([]);
});

test('A row that is not full has only what it has', () => {
  const last = { startX: corner(1).x + 5, startY: corner(6).y + 5, endX: 1000, endY: corner(6).y + 6 };
  expect(indexesIn(grid, last)).toEqual([]);
});

test('It reaches over months of any length without asking the page', () => {
  const long = layOut([{ month: '2026-11', count: 1_000_000 }], 10, 100);
  const found = indexesIn(long, {
    startX: 0,
    startY: 20_000_000 / 2,
    endX: 2000,
    endY: 20_000_000 / 2 + 1040,
  });
  expect(found).toHaveLength(1);
  expect(found[0] && found[0].to - found[0].from).toBeLessThanOrEqual(110);
});

test('An index is found in many ranges', () => {
  const ranges = Array.from({ length: 1000 }, (_, row) => ({ from: row * 10, to: row * 10 + 3 }));
  expect(isIn(ranges, 5002)).toBe(true);
  expect(isIn(ranges, 5003)).toBe(false);
  expect(isIn([], 1)).toBe(false);
});

test('Near an edge the grid moves, faster the nearer', () => {
  expect(edgeSpeed(500, 100, 900)).toBe(0);
  expect(edgeSpeed(895, 100, 900)).toBeGreaterThan(edgeSpeed(860, 100, 900));
  expect(edgeSpeed(110, 100, 900)).toBeLessThan(0);
});
