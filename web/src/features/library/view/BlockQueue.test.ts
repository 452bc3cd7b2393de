import { expect, test } from 'vitest';
import { BlockQueue } from './BlockQueue';
import type { Range } from './libraryView';

function source() {
  const fresh = new Set<number>();
  const asked: {
    range: Range;
    signal: AbortSignal;
    answer: () => Promise<void>;
    fail: () => Promise<void>;
  }[] = [];
  const queue = new BlockQueue({
    isFresh: (block) => fresh.has(block),
    load: (range, signal) => {
      let resolve = () => {};
      let reject = (_: Error) => {};
      const promise = new Promise<void>((done, fail) => {
        resolve = done;
        reject = fail;
      });
      const settled = async () => {
        await promise.catch(() => undefined);
        await Promise.resolve();
      };
      asked.push({
        range,
        signal,
        answer: () => {
          for (let at = range.from; at < range.to; at += 100) fresh.add(at / 100);
          resolve();
          return settled();
        },
        fail: () => {
          reject(new Error('gone'));
          return settled();
        },
      });
      return promise;
    },
  });
  return { queue, asked, fresh };
}

test('Neighbours go together, the most wanted first, and only a few requests are under way', () => {
  const { queue, asked } = source();
  queue.want([7, 8, 9, 2, 3, 20, 30]);
  expect(asked.map(({ range }) => range)).toEqual([
    { from: 700, to: 900 },
    { from: 900, to: 1000 },
    { from: 200, to: 400 },
  ]);
});

test('The next ones start when one is done', async () => {
  const { queue, asked } = source();
  queue.want([1, 5, 9, 13]);
  await asked[0]?.answer();
  expect(asked.at(-1)?.range).toEqual({ from: 1300, to: 1400 });
});

test('What has scrolled out of sight is stopped, what is still wanted goes on', () => {
  const { queue, asked } = source();
  queue.want([1, 5]);
  queue.want([5, 50]);
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
  expect(asked.at(-1)?.range.from).toBe(5000);
});

test('Fresh blocks are not asked for again', () => {
  const { queue, asked, fresh } = source();
  fresh.add(1);
  queue.want([1]);
  expect(asked).toEqual([]);
});

test('A block that failed waits until other things are wanted', async () => {
  const { queue, asked } = source();
  queue.want([1]);
  await asked[0]?.fail();
  queue.want([1]);
  expect(asked).toHaveLength(1);
  queue.want([1, 2]);
  expect(asked).toHaveLength(2);
});

test('Nothing goes on after a stop', async () => {
  const { queue, asked } = source();
  queue.want([1, 5, 9, 13]);
  queue.stop();
  expect(asked.every(({ signal }) => signal.aborted)).toBe(true);
  await asked[0]?.answer();
  expect(asked).toHaveLength(3);
});
