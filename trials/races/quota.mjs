// A small plan and many who fill it: never above the limit, and exactly what is left can still be had.

import { auditStorage } from '../audit.mjs';
import { between, oneOf } from '../tools.mjs';
import { act, announce, newUploader, noteTrouble, send, stock } from './stock.mjs';

export const limitBytes = 2_000_000;
const seconds = 12;

export async function fillingASmallPlan(world, findings) {
  const known = new Set();
  const end = performance.now() + seconds * 1_000;
  const counts = { tries: 0, acknowledged: 0 };
  const note = (what, answer) => {
    counts.tries++;
    if ((answer.status ?? answer.statusCode) < 300) counts.acknowledged++;
    noteTrouble(findings, what, [answer]);
  };
  const client = async () => {
    const uploader = newUploader(world);
    while (performance.now() < end) await oneOf([fill, fill, fill, remove, remove, restore, leave])({ world, uploader, known, note });
    uploader.close();
  };
  await Promise.all([...Array.from({ length: 6 }, client), watch(world, findings, end)]);
  await verifyExact(world, findings);
  return counts;
}

async function fill({ world, uploader, known, note }) {
  const file = world.media.small(between(20_000, 150_000));
  const answer = await announce(uploader, file, file.bytes);
  note('filling a plan', answer);
  if (answer.headers['magpie-asset']) known.add(answer.headers['magpie-asset'].split('/').at(-1));
}

/** Begun and ended, or left. */
async function leave({ world, uploader, note }) {
  const file = world.media.small(between(20_000, 100_000));
  const answer = await announce(uploader, file, 0);
  note('reserving', answer);
  if (answer.statusCode !== 201) return;
  note('sending half', await send(world, uploader, answer.headers.location, file, 0, file.bytes >> 1));
  note('ending', await uploader.send('DELETE', world.server.url + answer.headers.location));
}

async function remove({ world, known, note }) {
  if (known.size > 0) note('deleting', await act(world, 'delete', some(known)));
}

async function restore({ world, known, note }) {
  if (known.size > 0) note('restoring', await act(world, 'restore', some(known)));
}

const some = (known) => [...new Set(Array.from({ length: between(1, 4) }, () => oneOf([...known])))];

async function watch(world, findings, end) {
  while (performance.now() < end) {
    const { usage } = await world.api.must('GET', '/api/session');
    if (usage.storageBytes > limitBytes || usage.storageBytes < 0)
      findings.wrong('outside of the plan', `${usage.storageBytes} of ${limitBytes}`);
  }
}

async function verifyExact(world, findings) {
  const sums = auditStorage(world.store);
  if (!sums.isExact) findings.halfMade('storage unlike its sum', JSON.stringify(sums));
  const uploader = newUploader(world);
  const left = limitBytes - (await world.api.must('GET', '/api/session')).usage.storageBytes;
  const refused = await announce(uploader, world.media.small(Math.max(left, 10_000) + 1), 0);
  if (refused.statusCode !== 422) findings.wrong('a byte too many', `${left} bytes were left, and one more answered ${refused.statusCode}`);
  uploader.close();
  if (left >= 10_000)
    await stock(world, 1, () => world.media.small(left)).catch((error) =>
      findings.wrong('refused although it fits', `${left} bytes: ${error.message}`),
    );
  await act(
    world,
    'delete',
    (await world.api.must('GET', '/api/assets?limit=200')).items.map((one) => one.id),
  );
}
