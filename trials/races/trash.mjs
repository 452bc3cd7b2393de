// Emptying, deleting for good and the sweep beside restoring: what was answered as restored stays.

import fs from 'node:fs';
import path from 'node:path';
import { inParallel, oneOf, pause, plain, until } from '../tools.mjs';
import { act, doneOf, noteTrouble, shuffled, soon, stock, verifyThere } from './stock.mjs';

const many = 130;
const bulk = 10;

export async function emptyingBesideRestoring(world, findings) {
  const stocked = await inTrash(world, many);
  const order = shuffled(stocked);
  const restored = new Set();
  const restore = async (some) => {
    const answer = await act(
      world,
      'restore',
      some.map((one) => one.id),
    );
    noteTrouble(findings, 'restoring', [answer]);
    for (const id of doneOf(answer)) restored.add(id);
  };
  let removed = 0;
  await Promise.all([
    soon(async () => {
      for (let left = 1; left > 0; ) {
        const answer = await world.api.ask('DELETE', '/api/trash');
        noteTrouble(findings, 'emptying the trash', [answer]);
        if (answer.status !== 200) return;
        removed += answer.body.removed;
        left = answer.body.left;
      }
    }, 30),
    ...[0, 1].map(async () => {
      while (order.length > 3 * bulk) await restore([order.pop()]);
    }),
    (async () => {
      while (order.length >= bulk) await restore(order.splice(0, bulk));
    })(),
  ]);
  await verifyThere(
    world,
    findings,
    stocked.filter((one) => restored.has(one.id)),
    'restored beside emptying',
  );
  if (removed + restored.size !== many)
    findings.wrong('removed and restored do not add up', `${removed} removed, ${restored.size} restored, of ${many}`);
  await tidy(world, stocked);
  return { tries: many, acknowledged: restored.size };
}

export async function foreverBesideRestoring(world, findings) {
  const stocked = await inTrash(world, 40);
  const restored = [];
  await inParallel(stocked, 8, async (one) => {
    const [forever, restore] = await Promise.all([
      soon(() => world.api.ask('DELETE', `/api/assets/${one.id}?forever=true`)),
      soon(() => act(world, 'restore', [one.id])),
    ]);
    noteTrouble(findings, 'deleting for good beside restoring', [forever, restore]);
    if (doneOf(restore).length > 0) restored.push(one);
    else if (forever.status !== 204) findings.wrong('neither restored nor deleted', `${one.id}: ${forever.status}, ${restore.status}`);
  });
  await verifyThere(world, findings, restored, 'restored beside deleting for good');
  await tidy(world, stocked);
  return { tries: stocked.length, acknowledged: restored.length };
}

/** The sweep removes what has lain there for 30 days; somebody finds it on the last one. */
export async function sweepBesideRestoring(world, findings) {
  const stocked = await inTrash(world, many);
  const inTrashNow = async () => (await world.api.must('GET', '/api/assets/summary?trash=true')).total;
  await world.ready();
  world.store.write(`update "Assets" set "TrashedAt" = ${world.store.moment(new Date('2001-01-01'))} where "TrashedAt" is not null`);
  const restored = new Map();
  // It looks every minute.
  await until(90_000, async () => (await inTrashNow()) < many, 5);
  const order = shuffled(stocked);
  await Promise.all(
    [0, 1, 2].map(async () => {
      for (let one = order.pop(); one; one = order.pop()) {
        const answer = await act(world, 'restore', [one.id]);
        noteTrouble(findings, 'restoring beside the sweep', [answer]);
        if (doneOf(answer).length > 0) restored.set(one.id, one);
      }
    }),
  );
  await until(30_000, async () => (await inTrashNow()) === 0);
  await pause(1_000);
  await verifyThere(world, findings, restored.values(), 'restored beside the sweep');
  await tidy(world, stocked);
  return { tries: many, acknowledged: restored.size };
}

export async function emptyingTwice(world, findings) {
  const stocked = await inTrash(world, 60);
  const answers = await Promise.all([0, 1].map(() => soon(() => world.api.ask('DELETE', '/api/trash'))));
  noteTrouble(findings, 'emptying twice', answers);
  const removed = answers.reduce((sum, answer) => sum + (answer.body?.removed ?? 0), 0);
  if (removed !== stocked.length) findings.wrong('emptied twice and counted wrong', `${removed} of ${stocked.length}`);
  for (const { id } of stocked) {
    const { status } = await world.api.ask('GET', `/api/assets/${id}`);
    if (status !== 404) findings.lost('an asset that was emptied away', `${id} answers ${status}`);
    for (const kind of ['originals', 'renditions']) {
      if (fs.existsSync(path.join(world.server.data, 'blobs', kind, plain(id).slice(-2), plain(id))))
        findings.halfMade('bytes of an emptied asset', `${kind} of ${id}`);
    }
  }
  return { tries: stocked.length, acknowledged: removed };
}

/** Deleted while its renditions are made: none of them stays, as a look at the folder tells after all races. */
export async function deletingWhileProcessed(world, findings) {
  const { media } = world;
  const stocked = await stock(world, 16, () => oneOf([media.picture, media.picture, media.video, media.long])());
  let gone = 0;
  await inParallel(stocked, 16, async (one) => {
    await soon(() => world.api.must('DELETE', `/api/assets/${one.id}`), 6_000);
    const forever = await world.api.ask('DELETE', `/api/assets/${one.id}?forever=true`);
    noteTrouble(findings, 'deleting what is processed', [forever]);
    if (forever.status === 204) gone++;
  });
  return { tries: stocked.length, acknowledged: gone };
}

async function inTrash(world, count) {
  const stocked = await stock(world, count);
  const answer = await act(
    world,
    'delete',
    stocked.map((one) => one.id),
  );
  if (doneOf(answer).length !== count) throw new Error(`Deleting ${count} answered ${answer.status}`);
  return stocked;
}

/** For the next race, and as nobody needs them. */
async function tidy(world, stocked) {
  await inParallel(stocked, 4, ({ id }) => world.api.ask('DELETE', `/api/assets/${id}`));
  await world.api.ask('DELETE', '/api/trash');
}
