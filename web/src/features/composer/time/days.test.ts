import { expect, test } from 'vitest';
import { addMonths, countByDay, dayAfterKey, daysFrom, weeksOf } from './days';

test('The next days go on over the end of a month and over the change of the clocks', () => {
  expect(daysFrom('2026-10-24', 3)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
  expect(daysFrom('2026-12-30', 4).at(-1)).toBe('2027-01-02');
});

test('A month later is the same day, or the last one of a shorter month', () => {
  expect(addMonths('2026-11-25', 1)).toBe('2026-12-25');
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
  expect(addMonths('2027-01-31', -2)).toBe('2026-11-30');
});

test('A month is drawn in whole weeks, which begin as the reader is used to', () => {
  const fromMonday = weeksOf('2026-11', 1);
  expect(fromMonday).toHaveLength(6);
  expect(fromMonday[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(fromMonday[5]).toEqual(['2026-11-30', null, null, null, null, null, null]);
  const fromSunday = weeksOf('2026-11', 0);
  expect(fromSunday).toHaveLength(5);
  expect(fromSunday[0]?.[0]).toBe('2026-11-01');
  expect(weeksOf('2027-02', 1)).toHaveLength(4);
});

test('Keys move by a day, a week or a month, and to the ends of the week', () => {
  const from = (key: string) => dayAfterKey('2026-11-25', key, 1);
  expect([from('ArrowLeft'), from('ArrowRight')]).toEqual(['2026-11-24', '2026-11-26']);
  expect([from('ArrowUp'), from('ArrowDown')]).toEqual(['2026-11-18', '2026-12-02']);
  expect([from('Home'), from('End')]).toEqual(['2026-11-23', '2026-11-29']);
  expect([from('PageUp'), from('PageDown')]).toEqual(['2026-10-25', '2026-12-25']);
  expect(dayAfterKey('2026-11-25', 'Home', 0)).toBe('2026-11-22');
  expect(from('Enter')).toBeNull();
});

test('Posts are counted on the day of their own clock, and those without a time nowhere', () => {
  const at = (localTime: string | null) => ({ localTime });
  const counts = countByDay([
    at('2026-11-25T00:00'),
    at('2026-11-25T23:45'),
    at(null),
    at('2026-11-26T09:00'),
  ]);
  expect([...counts]).toEqual([
    ['2026-11-25', 2],
    ['2026-11-26', 1],
  ]);
});
