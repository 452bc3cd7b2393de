import { expect, test } from 'vitest';
import { firstDayOfWeek, timeOn } from './days';

test('A day without a time is meant for the morning, or for the next hour where that is over', () => {
  expect(timeOn('2026-12-03', '2026-11-25T14:20')).toBe('2026-12-03T09:00');
  expect(timeOn('2026-11-25', '2026-11-25T08:59')).toBe('2026-11-25T09:00');
  expect(timeOn('2026-11-25', '2026-11-25T14:20')).toBe('2026-11-25T15:00');
  expect(timeOn('2026-11-25', '2026-11-25T23:20')).toBe('2026-11-25T23:45');
});

test('Weeks begin as the reader is used to', () => {
  expect(firstDayOfWeek('de-DE')).toBe(1);
  expect(firstDayOfWeek('en-US')).toBe(0);
});
