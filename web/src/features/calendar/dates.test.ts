import { expect, test } from 'vitest';
import { nudged } from './dates';

test('Keys move by days, weeks and half hours, over the change of the clocks as over any other day', () => {
  expect(nudged('2026-10-24T02:30', 'ArrowRight', 'times')).toBe('2026-10-25T02:30');
  expect(nudged('2026-03-28T09:00', 'ArrowRight', 'month')).toBe('2026-03-29T09:00');
  expect(nudged('2026-12-31T23:45', 'ArrowDown', 'times')).toBe('2027-01-01T00:15');
  expect(nudged('2026-11-25T09:00', 'ArrowUp', 'month')).toBe('2026-11-18T09:00');
  expect(nudged('2026-11-25T09:00', 'Enter', 'month')).toBeNull();
});
