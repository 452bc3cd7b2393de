// SIGKILL at any moment while everybody works, and everything that was acknowledged must be there after the next start.

import { auditFiles, auditStorage, countByStatus } from './audit.mjs';
import { edit } from './load/editing.mjs';
import { fetchByAddress } from './load/importing.mjs';
import { Load } from './load/load.mjs';
import { plan } from './load/planning.mjs';
import { remove } from './load/removing.mjs';
import { upload } from './load/uploading.mjs';
import { settle, verifyNoneFailed } from './settle.mjs';
import { report } from './table.mjs';
import { between, chance, pause, until } from './tools.mjs';
import { verify, verifyCounters } from './verify.mjs';
import { makeWorld, onDatabase } from './world.mjs';

export const everybody = [upload, upload, upload, edit, edit, remove, plan, fetchByAddress];
const roundsBetweenRests = 50;

/** The product's own sweeps run every minute. */
const sweepMs = 130_000;

export async function kills(setting) {
  const world = await makeWorld(setting, `kills-${onDatabase(setting.postgres)}`);
  const { server, findings, ledger } = world;
  const from = performance.now();
  for (let round = 1; round <= setting.rounds; round++) {
    findings.moment = `round ${round}`;
    const load = new Load(world, everybody);
    await aMoment(ledger);
    await server.end('SIGKILL');
    await load.stop();
    await startAgain(server);
    await verify(world);
    if (round % roundsBetweenRests === 0) await rest(world);
    if (round % 10 === 0) console.error(`  ${round} kills in ${((performance.now() - from) / 60_000).toFixed(1)} minutes, ${ledger.acknowledged} acknowledged, ${ledger.assets.size} assets`);
  }

  findings.moment = 'at the end';
  const settledIn = await rest(world);
  await verify(world, { withAllBytes: true });
  const failed = await verifyNoneFailed(world);
  await pause(setting.rounds > 3 ? sweepMs : 0);
  await server.end('SIGTERM');
  const { ownerless, ownerlessBytes } = verifyFolder(world);
  world.source.close();
  report(`SIGKILL under load, ${onDatabase(setting.postgres)}`, {
    rounds: setting.rounds, acknowledged: ledger.acknowledged, findings,
    notes: [
      `${server.starts} starts`, Object.entries(countByStatus(world.store)).map(([status, count]) => `${count} ${status}`).join(', '), `${failed} failed`,
      `${world.interrupted ?? 0} imports interrupted too often`, `longest wait for nothing ${settledIn.toFixed(0)} s`, `${ownerless.length} files without an owner (${ownerlessBytes} bytes)`,
    ],
  });
}

/** Any, but in the middle of work: on a slow machine that takes longer to come. */
async function aMoment(ledger) {
  const enough = ledger.acknowledged + between(1, 80);
  await until(10_000, () => ledger.acknowledged >= enough, 5);
  await pause(between(0, 60));
}

/** Sometimes it is killed while it starts, too. */
async function startAgain(server) {
  if (chance(0.1)) {
    await server.launch();
    await pause(between(50, 1_500));
    await server.end('SIGKILL');
  }
  await server.start();
}

/** At rest the sums and counters must be exact. */
export async function rest(world) {
  const longest = await settle(world);
  await verifyCounters(world);
  const sums = auditStorage(world.store);
  if (!sums.isExact) world.findings.halfMade('storage unlike its sum', JSON.stringify(sums));
  return longest;
}

/** For a server that has ended. */
export function verifyFolder({ store, server, findings }) {
  const integrity = store.integrity();
  if (!/^ok(, ok)*$/.test(integrity)) findings.halfMade('a damaged database', integrity);
  const found = auditFiles(store, server.data);
  for (const one of found.broken) findings.halfMade('a row without its file', one);
  for (const one of found.ownerless) findings.wrong('a file without an owner', one);
  if (found.promised > 0) findings.wrong('a removal that was not made', `${found.promised}`);
  return found;
}
