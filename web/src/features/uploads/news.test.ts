import { expect, test } from 'vitest';
import { failureOf } from './news';
import { UploadQueue } from './queue';
import type { UploadsSnapshot } from './Uploads';

function heardAfter(...reasons: string[]): string {
  const queue = new UploadQueue();
  for (const reason of reasons) queue.fail(queue.add('a.png', 10), reason, false);
  const snapshot: UploadsSnapshot = {
    items: queue.list(),
    totals: queue.totals(),
    secondsLeft: null,
    offline: false,
  };
  return failureOf(snapshot);
}

test('A failure names the file once', () => {
  expect(heardAfter('This file is empty.')).toBe('a.png: This file is empty.');
  expect(heardAfter('*a.png* has no picture track, only sound.')).toBe(
    'a.png has no picture track, only sound.',
  );
});

test('Of several failures it says how many', () => {
  expect(heardAfter('No.', 'No.')).toBe('2 uploads failed.');
});
