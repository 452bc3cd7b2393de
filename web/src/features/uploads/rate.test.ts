import { expect, test } from 'vitest';
import { Rate } from './rate';

test('The time left follows the speed of the last seconds', () => {
  const rate = new Rate();
  rate.note(0, 0);
  expect(rate.secondsFor(100)).toBeNull();
  rate.note(2000, 200);
  expect(rate.secondsFor(1000)).toBe(10);
});

test('A file taken out starts the measure afresh', () => {
  const rate = new Rate();
  rate.note(0, 0);
  rate.note(2000, 200);
  rate.note(2200, 50);
  expect(rate.secondsFor(100)).toBeNull();
});
