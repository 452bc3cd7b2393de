// The database crashes under load and comes back: what is answered meanwhile, and what is there afterwards.

import { Api } from './api.mjs';
import { everybody } from './load/everybody.mjs';
import { Load } from './load/load.mjs';
import { endAndVerifyFolder, rest } from './rest.mjs';
import { settle } from './settle.mjs';
import { report } from './table.mjs';
import { between, pause, until } from './tools.mjs';
import { verify } from './verify.mjs';
import { makeWorld } from './world.mjs';

/** They need no database. */
const always = ['/health/live', '/metrics', '/'];

export async function postgres(setting) {
  const world = await makeWorld(setting, 'postgres');
  const { server, findings } = world;
  world.mayRefuse = (status) => status === 401 || status === 404;
  const counts = new Map();
  for (let round = 1; round <= setting.rounds; round++) {
    findings.moment = `round ${round}`;
    const load = new Load(world, everybody);
    await pause(between(2_000, 4_000));
    const outage = watch(world, counts);
    setting.postgres.crash();
    await until(20_000, () => !setting.postgres.isRunning);
    await pause(between(2_000, 6_000));
    outage.end();
    setting.postgres.start();
    await pause(3_000);
    await load.stop();
    await outage.ended;
    if (server.hasEnded) throw new Error(`Magpie ended with ${server.child.exitCode}`);
    if (!(await until(60_000, async () => (await new Api(server).ask('GET', '/health/ready')).status === 200)))
      findings.wrong('not ready although the database is back', 'for a minute');
    await verify(world);
    await settle(world);
  }
  findings.moment = 'at the end';
  await rest(world);
  await verify(world, { withAllBytes: true });
  const left = await endAndVerifyFolder(world);
  report('PostgreSQL crashed and back', {
    rounds: setting.rounds,
    acknowledged: world.ledger.acknowledged,
    findings,
    notes: [
      left,
      `while it was away: ${[...counts]
        .sort()
        .map(([status, count]) => `${count} times ${status || 'no answer'}`)
        .join(', ')}`,
    ],
  });
}

/** Counts the answers while the database is away, and asks for what must be answered all the same. */
function watch(world, counts) {
  const { server, findings } = world;
  let isOver = false;
  const note = (status, address, from) => {
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (status === 401 || status === 500 || status === 404)
      findings.wrong(`answered ${status} while the database is away`, `${from}: ${address}`);
  };
  world.api.onAnswer = (status, address) => !isOver && note(status, address, 'by token');
  server.byCookie.onAnswer = (status, address) => !isOver && note(status, address, 'by cookie');
  const ask = async () => {
    const anybody = new Api(server);
    // The moment in which connections break belongs to it, too.
    while (!isOver) {
      for (const address of always) {
        const { status } = await anybody.ask('GET', address, undefined, 10_000);
        if (status !== 200) findings.wrong('does not answer without its database', `${address} answered ${status}`);
      }
      const answer = await server.byCookie.ask('GET', '/api/assets?limit=5');
      if (answer.status === 503 && !answer.headers.get('retry-after')) findings.wrong('503 without Retry-After', '/api/assets');
      await pause(100);
    }
  };
  return {
    ended: ask(),
    end: () => {
      isOver = true;
    },
  };
}
