import { expect, test } from 'vitest';
import { reelAround, reelLength } from './reel';

test('A short list is one reel', () => {
  expect(reelAround(null, 5, 40)).toEqual({ from: 0, to: 40 });
});

test('In a long one the reel stays while one steps through it', () => {
  const reel = reelAround(null, 500_000, 1_000_000);
  expect(reel.to - reel.from).toBe(reelLength);
  expect(reelAround(reel, 500_200, 1_000_000)).toBe(reel);
  expect(reelAround(reel, reel.to - 1, 1_000_000)).not.toBe(reel);
});

test('At the ends of the list it goes to the very end', () => {
  expect(reelAround(null, 0, 1_000_000).from).toBe(0);
  const last = reelAround(null, 999_999, 1_000_000);
  expect(last.to).toBe(1_000_000);
  expect(reelAround(last, 999_999, 1_000_000)).toBe(last);
});
