import { expect, test } from 'vitest';
import { marksOf, yearStep } from './marks';
import { layOut } from './rows';

const months = Array.from({ length: 120 }, (_, back) => {
  const number = 2026 * 12 + 10 - back;
  return { month: `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`, count: 800 };
});
const grid = layOut(months, 10, 100);
const extent = grid.height - 900;

test('Each year stands where it begins, and none on another', () => {
  const { years } = marksOf(grid, extent, 600);
  expect(years[0]).toEqual({ year: '2026', at: 0 });
  for (const [index, mark] of years.entries())
    expect((mark.at - (years[index - 1]?.at ?? -1)) * 600).toBeGreaterThanOrEqual(22);
});

test('On a short track only some years have room', () => {
  const tall = marksOf(grid, extent, 900).years.length;
  expect(marksOf(grid, extent, 120).years.length).toBeLessThan(tall);
});

test('Months keep clear of each other and of the years', () => {
  const { years, months: dots } = marksOf(grid, extent, 900);
  expect(dots.length).toBeGreaterThan(20);
  for (const dot of dots)
    for (const year of years) expect(Math.abs(dot.at - year.at) * 900).toBeGreaterThanOrEqual(8);
});

test('A year with more assets takes more of the track', () => {
  const uneven = layOut(
    [
      { month: '2026-01', count: 9000 },
      { month: '2025-01', count: 1000 },
    ],
    10,
    100,
  );
  expect(marksOf(uneven, uneven.height, 500).years[1]?.at).toBeCloseTo(0.9, 1);
});

test('Page up and down step by years, to the newest month of each', () => {
  expect(grid.sections[yearStep(grid, 0, 1)]?.month).toBe('2025-12');
  expect(grid.sections[yearStep(grid, 14, -1)]?.month).toBe('2026-11');
  expect(yearStep(grid, 119, 1)).toBe(119);
});
