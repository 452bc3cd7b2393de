// Small things that every trial needs.

import { setTimeout as pause } from 'node:timers/promises';

export { pause };

/** A whole number from `least` to `most`. */
export const between = (least, most) => least + Math.floor(Math.random() * (most - least + 1));

export const chance = (share) => Math.random() < share;

export const oneOf = (items) => items[Math.floor(Math.random() * items.length)];

/** Runs `work` on all items, some at once; answers what it answered, in their order. */
export async function inParallel(items, atOnce, work) {
  const waiting = [...items].entries();
  const answers = [];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [index, item] of waiting) answers[index] = await work(item);
    }),
  );
  return answers;
}

/** Asks until the answer is true; false where it is not in time. */
export async function until(milliseconds, ask, every = 100) {
  for (const end = performance.now() + milliseconds; performance.now() < end; await pause(every)) {
    if (await ask()) return true;
  }
  return false;
}

/** An id as the names of blobs have it. */
export const plain = (id) => id.replaceAll('-', '').toLowerCase();

const endings = [];

/** For what must not outlive the trials, however they end. */
export const atExit = (end) => endings.push(end);
process.on('exit', () => {
  for (const end of endings.reverse()) end();
});
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => process.exit(130));
