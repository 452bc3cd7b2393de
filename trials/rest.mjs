// What must be exact when nobody works any more, and what an ended server may leave in its folder.

import { auditFiles, auditStorage } from './audit.mjs';
import { settle } from './settle.mjs';
import { until } from './tools.mjs';
import { verifyCounters } from './verify.mjs';

/** The product's own sweeps run every minute; one may have just begun. */
const sweepMs = 130_000;

/** At rest the sums and counters must be exact. */
export async function rest(world) {
  const longest = await settle(world);
  await verifyCounters(world);
  const sums = auditStorage(world.store);
  if (!sums.isExact) world.findings.halfMade('storage unlike its sum', JSON.stringify(sums));
  return longest;
}

/** Lets the sweeps have their time, ends the server in order and looks at what it leaves. Answers how much had no owner before that, in words. */
export async function endAndVerifyFolder({ store, server, findings, source }) {
  const before = auditFiles(store, server.data);
  if (before.ownerless.length > 0) {
    // As if a day had gone by, in which the sweep has looked everywhere: after a crash it does so at once.
    await server.end('SIGKILL');
    await server.start();
  }
  await until(sweepMs, () => isClean(auditFiles(store, server.data)), 5_000);
  await server.end('SIGTERM');
  source.close();

  const after = auditFiles(store, server.data);
  const integrity = store.integrity();
  if (!/^ok(, ok)*$/.test(integrity)) findings.halfMade('a damaged database', integrity);
  for (const one of after.broken) findings.halfMade('a row without its file', one);
  for (const one of after.ownerless) findings.wrong('a file without an owner', one);
  if (after.promised > 0) findings.wrong('a removal that was not made', `${after.promised}`);
  return `${before.ownerless.length} files without an owner before the sweep (${before.ownerlessBytes} bytes)`;
}

const isClean = ({ ownerless, promised }) => ownerless.length + promised === 0;
