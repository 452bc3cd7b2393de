// SIGKILL at any moment while everybody works, and everything that was acknowledged must be there after the next start.

import { countByStatus } from './audit.mjs';
import { everybody } from './load/everybody.mjs';
import { Load } from './load/load.mjs';
import { endAndVerifyFolder, rest } from './rest.mjs';
import { verifyNoneFailed } from './settle.mjs';
import { report } from './table.mjs';
import { between, chance, pause, until } from './tools.mjs';
import { verify } from './verify.mjs';
import { makeWorld, onDatabase } from './world.mjs';

const roundsBetweenRests = 50;

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
    if (round % 10 === 0)
      console.error(
        `  ${round} kills in ${((performance.now() - from) / 60_000).toFixed(1)} minutes, ${ledger.acknowledged} acknowledged, ${ledger.assets.size} assets`,
      );
  }

  findings.moment = 'at the end';
  const settledIn = await rest(world);
  await verify(world, { withAllBytes: true });
  await verifyNoneFailed(world);
  const left = await endAndVerifyFolder(world);
  report(`SIGKILL under load, ${onDatabase(setting.postgres)}`, {
    rounds: setting.rounds,
    acknowledged: ledger.acknowledged,
    findings,
    notes: [
      `${server.starts} starts`,
      Object.entries(countByStatus(world.store))
        .map(([status, count]) => `${count} ${status}`)
        .join(', '),
      `${world.interrupted ?? 0} imports interrupted too often`,
      `longest wait for nothing ${settledIn.toFixed(0)} s`,
      left,
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
