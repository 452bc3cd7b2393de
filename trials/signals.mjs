// Signals to the programs that open files, and stops of the whole server with all of them, while videos and pictures come in.

import fs from 'node:fs';
import path from 'node:path';
import { childrenOf, familyOf, fileOf, signal } from './children.mjs';
import { Load } from './load/load.mjs';
import { upload } from './load/uploading.mjs';
import { endAndVerifyFolder } from './rest.mjs';
import { settle, verifyNoneFailed } from './settle.mjs';
import { report } from './table.mjs';
import { between, oneOf, pause, plain, until } from './tools.mjs';
import { verify } from './verify.mjs';
import { makeWorld, onDatabase } from './world.mjs';

const names = ['SIGTERM', 'SIGKILL', 'SIGINT', 'SIGSEGV', 'SIGHUP', 'SIGSTOP'];
const roundsBetweenStops = 20;

/** Longer than a server may take to end its work in order, on a machine that others use too. */
const stopSeconds = 60;

export async function signals(setting) {
  const { media } = setting;
  // A process group of its own, so that all of it can be stopped as a terminal or a supervisor does.
  const world = await makeWorld(setting, `signals-${onDatabase(setting.postgres)}`, {
    spawning: { detached: true },
    files: () => oneOf([media.video, media.video, media.odd, media.odd, media.long, media.picture, media.small])(),
  });
  world.mostBacklog = 12;
  world.hits = new Map();
  const sent = new Map();
  const load = new Load(world, [upload, upload, upload]);
  for (let round = 1, tries = 0; round <= setting.rounds && tries < 3 * setting.rounds; tries++) {
    world.findings.moment = `round ${round}`;
    const name = round % roundsBetweenStops === 0 ? await stopAll(world, (round / roundsBetweenStops) % 2 === 0) : await hit(world);
    // Its child may have ended before it arrived.
    if (!name) continue;
    sent.set(name, (sent.get(name) ?? 0) + 1);
    if (round++ % 20 === 0)
      console.error(`  ${round - 1} signals, ${world.ledger.acknowledged} acknowledged, ${world.backlog} being processed`);
  }
  await load.stop();

  world.findings.moment = 'at the end';
  const settledIn = await settle(world);
  const arrived = world.ledger.assets.size;
  await verify(world, { withAllBytes: true });
  await verifyNoneFailed(world, (id) => `, met by ${hitsOf(world, id)}`);
  const left = await endAndVerifyFolder(world);
  report(`signals to children under load, ${onDatabase(setting.postgres)}`, {
    rounds: [...sent.values()].reduce((sum, count) => sum + count, 0),
    acknowledged: world.ledger.acknowledged,
    findings: world.findings,
    notes: [
      [...sent]
        .sort()
        .map(([name, count]) => `${count} ${name}`)
        .join(', '),
      `${arrived} files accepted`,
      `longest wait for nothing ${settledIn.toFixed(0)} s`,
      left,
      ...[...world.refusals].map(([status, count]) => `${count} times ${status}`),
    ],
  });
}

/** One signal to one child; of those that work on a file only where no other signal has met that file. Nothing where it met nobody. */
async function hit(world) {
  const wanted = oneOf(['ffmpeg', 'ffmpeg', 'ffprobe', 'ffprobe', 'worker']);
  let child;
  const choose = (isWanted) => {
    child = oneOf(childrenOf(world.server.child.pid).filter((one) => isWanted(one) && !world.hits.has(fileOf(one, scratchOf(world)))));
    return child !== undefined;
  };
  await until(3_000, () => choose((one) => one.name === wanted), 3);
  if (!child && !(await until(20_000, () => choose(() => true), 10))) return;
  await pause(between(0, 30));
  const name = oneOf(names);
  const file = fileOf(child, scratchOf(world));
  if (!signal(child.pid, name)) return;
  noteHit(world, file, `${name} to ${child.name}`);
  if (name === 'SIGSTOP') {
    await pause(between(200, 2_000));
    signal(child.pid, 'SIGCONT');
  }
  return name;
}

const scratchOf = ({ server }) => path.join(server.data, 'scratch');

function noteHit({ hits }, file, what) {
  if (file) hits.set(file, [...(hits.get(file) ?? []), what]);
}

/** SIGTERM to the whole process group, as a terminal does, or to each process of it, as systemd does unless it is told otherwise. */
async function stopAll(world, oneByOne) {
  const { server } = world;
  const what = oneByOne ? 'SIGTERM to every process' : 'SIGTERM to the process group';
  const { pid } = server.child;
  for (const child of childrenOf(pid)) noteHit(world, fileOf(child, scratchOf(world)), what);
  const family = familyOf(pid);
  const took = await server.end('SIGTERM', () => {
    if (oneByOne) for (const one of family) signal(one, 'SIGTERM');
    else signal(-pid, 'SIGTERM');
  });
  if (took > stopSeconds) world.findings.wrong('a stop that took long', `${took.toFixed(0)} s`);
  await server.start();
  return 'SIGTERM to all with the server';
}

/** Which signals met the originals of what has failed. */
function hitsOf({ server, hits }, id) {
  const key = plain(id);
  const { ino } = fs.statSync(path.join(server.data, 'blobs/originals', key.slice(-2), key));
  return (hits.get(ino) ?? ['nothing']).join(' and ');
}
