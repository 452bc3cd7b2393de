// A full disk: a small tmpfs that holds everything Magpie keeps, filled until nothing goes any more.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { makeRoom, useWhileFull } from './full-disk.mjs';
import { Load } from './load/load.mjs';
import { upload } from './load/uploading.mjs';
import { act, announce, newUploader, stock } from './races/stock.mjs';
import { endAndVerifyFolder, rest } from './rest.mjs';
import { settle, verifyNoneFailed } from './settle.mjs';
import { missed, report } from './table.mjs';
import { atExit, oneOf, until } from './tools.mjs';
import { verify } from './verify.mjs';
import { makeWorld } from './world.mjs';

const megabytes = 48;
const what = `a full disk of ${megabytes} MB`;

export async function disk(setting) {
  const folder = path.join(setting.work, 'disk');
  const data = path.join(folder, 'data');
  if (!mount(data)) return missed(what, 'only root may mount a tmpfs');

  const { media } = setting;
  const world = await makeWorld(setting, 'disk', { data, files: () => oneOf([media.picture, media.video, media.small])() });
  world.mayRefuse = (status) => status === 507;
  world.mostBacklog = 1_000;
  // Nobody has used it yet, so that its first use would be noted.
  world.unused = await world.server.newToken();
  const { rounds } = setting;
  for (let round = 1; round <= rounds; round++) {
    world.findings.moment = `round ${round}, filling`;
    await putIntoTrash(world);
    await fill(world);
    world.findings.moment = `round ${round}, full`;
    await useWhileFull(world);
    // Every second time a crash comes before anybody makes room.
    if (round % 2 === 0 && (await startWhileFull(world))) await useWhileFull(world);
    world.findings.moment = `round ${round}, making room`;
    await makeRoom(world, () => resize(data, megabytes + 8));
    world.findings.moment = `round ${round}, with room again`;
    await goOn(world);
  }
  world.findings.moment = 'at the end';
  await verify(world, { withAllBytes: true });
  await rest(world);
  const left = await endAndVerifyFolder(world);
  report(what, {
    rounds,
    acknowledged: world.ledger.acknowledged,
    findings: world.findings,
    notes: [left, ...[...world.refusals].map(([status, count]) => `${count} times ${status}`)],
  });
}

function mount(data) {
  try {
    fs.mkdirSync(data, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', data], { stdio: 'ignore' });
    atExit(() => execFileSync('umount', ['-l', data]));
    return true;
  } catch {
    return false;
  }
}

function resize(data, size) {
  execFileSync('mount', ['-o', `remount,size=${size}m`, data]);
}

/** Something for the trash to be emptied of while the disk is full. */
async function putIntoTrash(world) {
  const stocked = await stock(world, 5);
  for (const { id, file } of stocked) world.ledger.addAsset(id, file, { place: 'trash' });
  await act(
    world,
    'delete',
    stocked.map((one) => one.id),
  );
}

/** Until one upload after the other is refused, and then the last kilobytes by small ones. */
async function fill(world) {
  for (const files of [world.nextFile, () => world.media.small()]) {
    const load = new Load(
      {
        ...world,
        nextFile: files,
        get backlog() {
          return 0;
        },
        set backlog(_) {},
      },
      [upload, upload, upload],
    );
    const before = refusedIn(world);
    const isFull = await until(120_000, () => refusedIn(world) > before + 15);
    await load.stop();
    if (!isFull) world.findings.wrong('never full', JSON.stringify([...world.refusals]));
  }
}

const refusedIn = (world) => [...world.refusals.values()].reduce((sum, count) => sum + count, 0);

/** A crash, and a start, with no room. False where it needs some to start. */
async function startWhileFull(world) {
  const { server, findings } = world;
  await server.end('SIGKILL');
  try {
    await server.start('/health/live');
    return true;
  } catch (error) {
    findings.wrong('does not start while full', error.message);
  }
  // As whoever runs it would: with a little room from elsewhere, until people have deleted something.
  resize(server.data, megabytes + 4);
  await server.start();
  return false;
}

/** Without a start: what waited is processed, and uploads go on. */
async function goOn(world) {
  const uploader = newUploader(world);
  const file = world.media.small();
  const goes = await until(60_000, async () => (await announce(uploader, file, file.bytes)).statusCode === 201, 2_000);
  if (!goes) world.findings.wrong('no upload although there is room', 'for a minute');
  uploader.close();
  world.ledger.noteSent(file);
  await verify(world);
  await settle(world);
  await retryFailed(world);
  resize(world.server.data, megabytes);
}

/** What failed for want of room says so, and comes to a good end when somebody retries it. */
async function retryFailed(world) {
  for await (const { id } of world.api.all('/api/assets?status=failed')) await world.api.must('POST', `/api/assets/${id}/retry`);
  await settle(world);
  await verifyNoneFailed(world);
}
