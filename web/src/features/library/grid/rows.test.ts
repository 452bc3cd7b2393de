import { expect, test } from 'vitest';
import {
  fitColumns,
  gap,
  headingHeight,
  indexesOfRow,
  indexesOfRows,
  layOut,
  placeOf,
  rowAt,
  rowHeight,
  rowOfIndex,
  sectionOfIndex,
  step,
  topOfIndex,
  topOfRow,
} from './rows';
import { tileSizes } from './tileSize';

const months = [
  { month: '2026-11', count: 7 },
  { month: '2026-10', count: 0 },
  { month: '2026-09', count: 2 },
];
const grid = layOut(months, 3, 100);

test('Months without assets take no room', () => {
  expect(grid.sections.map((section) => section.month)).toEqual(['2026-11', '2026-09']);
  expect(grid.total).toBe(9);
});

test('The height is known from the counts and equals the sum of the rows', () => {
  let sum = 0;
  for (let row = 0; row < grid.rowCount; row++) sum += rowHeight(grid, row);
  expect(sum).toBe(grid.height);
});

test('An asset is found in its month and its row', () => {
  expect(sectionOfIndex(grid, 6)?.month).toBe('2026-11');
  expect(sectionOfIndex(grid, 7)?.month).toBe('2026-09');
  expect(rowOfIndex(grid, 6)).toBe(3);
  expect(rowOfIndex(grid, 7)).toBe(5);
  expect(indexesOfRow(grid, 3)).toEqual([6, 7]);
  expect(topOfIndex(grid, 3)).toBe(headingHeight + 100 + gap);
});

test('Arrow keys cross a heading and keep the column where there is one', () => {
  expect(step(grid, 5, 'down')).toBe(6);
  expect(step(grid, 6, 'down')).toBe(7);
  expect(step(grid, 8, 'up')).toBe(6);
  expect(step(grid, 1, 'up')).toBe(1);
  expect(step(grid, 8, 'right')).toBe(8);
  expect(step(grid, 8, 'down')).toBe(8);
});

test('Tiles fill the width exactly and there are never fewer than two columns', () => {
  const { columns, tile } = fitColumns(1000, 180);
  expect(columns * tile + (columns - 1) * gap).toBeCloseTo(1000);
  expect(tile).toBeGreaterThanOrEqual(180);
  expect(fitColumns(200, 320).columns).toBe(2);
});

test.each([-4, -1000, 0, 1])(
  'No more columns than of the smallest tiles, where a browser remembers a size of %d',
  (wanted) => {
    expect(fitColumns(1000, wanted)).toEqual(fitColumns(1000, tileSizes.smallest));
  },
);

test('A height leads to the row that lies there, and back', () => {
  for (let row = 0; row < grid.rowCount; row++) {
    expect(rowAt(grid, topOfRow(grid, row))).toBe(row);
    expect(rowAt(grid, topOfRow(grid, row) + rowHeight(grid, row) - 1)).toBe(row);
  }
  expect(rowAt(grid, grid.height + 500)).toBe(grid.rowCount - 1);
});

test('Rows across months hold the assets of all of them', () => {
  expect(indexesOfRows(grid, 0, grid.rowCount - 1)).toEqual([0, 9]);
  expect(indexesOfRows(grid, 3, 5)).toEqual([6, 9]);
  expect(indexesOfRows(grid, 4, 4)).toEqual([7, 7]);
});

test('A tile stands in its column, below its heading', () => {
  expect(placeOf(grid, 4)).toEqual({ x: 100 + gap, y: headingHeight + 100 + gap });
});

test('A million assets are laid out in no time', () => {
  const decade = Array.from({ length: 120 }, (_, index) => ({ month: `m${index}`, count: 8334 }));
  const before = performance.now();
  const layout = layOut(decade, 6, 180);
  for (let index = 0; index < 10_000; index++) topOfIndex(layout, index * 100);
  expect(layout.total).toBeGreaterThan(1_000_000);
  expect(performance.now() - before).toBeLessThan(200);
});
