import { expect, test } from 'vitest';
import { Pace } from './Pace';

const view = 850;

/** Scrolls by `step` pixels every `every` milliseconds. The pace tells whether that ended up hurried. */
function scroll(step: number, every: number, times = 10): Pace {
  const pace = new Pace();
  for (let at = 0; at < times; at++) pace.moved(at * step, 1000 + at * every);
  return pace;
}

test('A wheel that is turned notch by notch shows every picture', () => {
  expect(scroll(120, 100).isHurried(view)).toBe(false);
  expect(scroll(20, 16).isHurried(view)).toBe(false);
});

test('Several screens a second are a hurry, upwards as well', () => {
  expect(scroll(240, 50).isHurried(view)).toBe(true);
  expect(scroll(-240, 50).isHurried(view)).toBe(true);
});

test('It ends as the scrolling slows down, and at once where it rests', () => {
  const pace = scroll(240, 16);
  for (let at = 0; at < 10; at++) pace.moved(2160 + at * 20, 1160 + at * 16);
  expect(pace.isHurried(view)).toBe(false);
  const stopped = scroll(240, 16);
  stopped.rested();
  expect(stopped.isHurried(view)).toBe(false);
});

test('One leap to another place is no hurry, nor are several with a rest in between', () => {
  expect(scroll(500_000, 16, 1).isHurried(view)).toBe(false);
  expect(scroll(500_000, 300).isHurried(view)).toBe(false);
});
