import { expect, test } from 'vitest';
import { UploadQueue } from './queue';

function queueOf(...names: string[]) {
  const queue = new UploadQueue();
  const ids = names.map((name) => queue.add(name, 100));
  return { queue, ids: ids as [string, string, string] };
}

test('Files are sent in the order they came', () => {
  const { queue } = queueOf('a.jpg', 'b.jpg');
  expect(queue.take()?.name).toBe('a.jpg');
  expect(queue.take()?.name).toBe('b.jpg');
  expect(queue.take()).toBeUndefined();
});

test('Totals count bytes of what is sent and leave failed files out', () => {
  const { queue, ids } = queueOf('a.jpg', 'b.jpg', 'c.jpg');
  queue.take();
  queue.progress(ids[0], 40);
  queue.fail(ids[1], 'No.', false);
  expect(queue.totals()).toMatchObject({ count: 3, failed: 1, open: 2, bytes: 200, sent: 40 });
  queue.succeed(ids[0], 'x', null);
  expect(queue.totals()).toMatchObject({ done: 1, sent: 100 });
});

test('Failed files are listed first, copies to decide about next', () => {
  const { queue, ids } = queueOf('a.jpg', 'b.jpg', 'c.jpg');
  queue.take();
  queue.succeed(ids[1], 'x', 'y');
  queue.fail(ids[2], 'No.', true);
  expect(queue.list().map((item) => item.name)).toEqual(['c.jpg', 'b.jpg', 'a.jpg']);
});

test('After a lost connection the interrupted files go first', () => {
  const { queue, ids } = queueOf('a.jpg', 'b.jpg', 'c.jpg');
  queue.take();
  queue.take();
  queue.wait(ids[1]);
  queue.wake();
  expect(queue.take()?.name).toBe('b.jpg');
  expect(queue.take()?.name).toBe('c.jpg');
});

test('A retry starts from the queue again and a late progress of a failed file changes nothing', () => {
  const { queue, ids } = queueOf('a.jpg');
  queue.take();
  queue.fail(ids[0], 'No.', true);
  queue.progress(ids[0], 50);
  expect(queue.get(ids[0])?.state).toBe('failed');
  queue.retry(ids[0]);
  expect(queue.take()?.id).toBe(ids[0]);
});

test('Sweeping keeps failures and undecided copies', () => {
  const { queue, ids } = queueOf('a.jpg', 'b.jpg', 'c.jpg');
  queue.succeed(ids[0], 'x', null);
  queue.succeed(ids[1], 'y', 'z');
  queue.fail(ids[2], 'No.', false);
  queue.sweep();
  expect(queue.list().map((item) => item.id)).toEqual([ids[2], ids[1]]);
  queue.settle(ids[1]);
  queue.sweep();
  expect(queue.list().map((item) => item.id)).toEqual([ids[2]]);
});

test('Ten thousand files in one drop are no work', () => {
  const queue = new UploadQueue();
  const before = performance.now();
  for (let index = 0; index < 10_000; index++) queue.add(`${index}.jpg`, 1);
  for (let index = 0; index < 50; index++) {
    queue.totals();
    queue.list();
  }
  expect(performance.now() - before).toBeLessThan(1500);
});

test('What failed before is no part of what is sent now, until it is tried again', () => {
  const { queue, ids } = queueOf('a.jpg', 'b.jpg');
  queue.take();
  queue.fail(ids[0], 'No.', true);
  queue.fail(ids[1], 'No.', true);
  queue.begin(0);
  const next = queue.add('c.jpg', 100);
  expect(queue.totals()).toMatchObject({ count: 1, failed: 0, open: 1 });
  queue.retry(ids[0]);
  expect(queue.totals()).toMatchObject({ count: 2, failed: 0, open: 2 });
  queue.succeed(next, 'x', null);
  queue.succeed(ids[0], 'y', null);
  expect(queue.totals()).toMatchObject({ count: 3, done: 2, failed: 1, open: 0 });
});

test('Files that are chosen while others are sent count with them', () => {
  const { queue, ids } = queueOf('a.jpg', 'b.jpg');
  queue.fail(ids[0], 'No.', true);
  queue.begin(0);
  queue.add('c.jpg', 100);
  expect(queue.totals()).toMatchObject({ count: 3, failed: 1, open: 2 });
});

test('Side files are counted until the list is swept', () => {
  const { queue, ids } = queueOf('a.jpg');
  queue.begin(3);
  queue.begin(2);
  queue.succeed(ids[0], 'x', null);
  expect(queue.totals()).toMatchObject({ count: 1, done: 1, leftOut: 5 });
  queue.sweep();
  expect(queue.totals()).toMatchObject({ count: 0, leftOut: 0 });
});

test('A file that is held back goes next, before those behind it, and says why it waits', () => {
  const { queue, ids } = queueOf('a.jpg', 'b.jpg', 'c.jpg');
  queue.take();
  queue.take();
  queue.holdBack(ids[1]);
  expect(queue.get(ids[1])).toMatchObject({ state: 'queued', heldBack: true });
  expect(queue.take()?.id).toBe(ids[1]);
  expect(queue.get(ids[1])?.heldBack).toBe(false);
  expect(queue.take()?.id).toBe(ids[2]);
});
