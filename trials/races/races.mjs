// Two things at once that must not take each other's acknowledged work away. Each race has a row of its own.

import { Findings } from '../findings.mjs';
import { endAndVerifyFolder, rest } from '../rest.mjs';
import { report } from '../table.mjs';
import { until } from '../tools.mjs';
import { makeWorld, onDatabase } from '../world.mjs';
import { movingBesideDeleting, renamingBesideLabelling } from './labels.mjs';
import { schedulingBesideForcedDelete, writingBesidePublishing, writingBesideScheduling } from './posts.mjs';
import { fillingASmallPlan, limitBytes } from './quota.mjs';
import { deletingWhileProcessed, emptyingBesideRestoring, emptyingTwice, foreverBesideRestoring, sweepBesideRestoring } from './trash.mjs';
import { completingTwice, sendingBesideEnding } from './uploads.mjs';

const inAnyPlan = {
  'emptying the trash beside restoring': emptyingBesideRestoring,
  'deleting for good beside restoring': foreverBesideRestoring,
  'the sweep of the trash beside restoring': sweepBesideRestoring,
  'emptying the trash twice at once': emptyingTwice,
  'deleting for good while processed': deletingWhileProcessed,
  'scheduling beside a forced delete': schedulingBesideForcedDelete,
  'an autosaved caption beside scheduling': writingBesideScheduling,
  'an autosaved caption beside publishing': writingBesidePublishing,
  'completing an upload twice at once': completingTwice,
  'sending beside ending an upload': sendingBesideEnding,
  'renaming or merging a label beside labelling': renamingBesideLabelling,
  'moving to another group beside deleting': movingBesideDeleting,
};

export async function races(setting) {
  await runAll(setting, 'races', inAnyPlan);
  await runAll(
    setting,
    'races-quota',
    { 'uploads, deletes and restores in a small plan': fillingASmallPlan },
    { Magpie__Plans__Enterprise__StorageBytes: `${limitBytes}` },
  );
}

async function runAll(setting, name, all, settings) {
  const database = onDatabase(setting.postgres);
  const world = await makeWorld(setting, `${name}-${database}`, { settings });
  world.ready = () =>
    until(120_000, () => world.store.rows('select count(*) as count from "Assets" where "Status" = \'Processing\'')[0].count === 0, 500);
  for (const [what, race] of Object.entries(all)) {
    const findings = new Findings(setting.work, `${name}-${database}-${race.name}`);
    const sums = { tries: 0, acknowledged: 0 };
    for (let round = 1; round <= setting.rounds; round++) {
      findings.moment = `round ${round}`;
      const { tries, acknowledged } = await race(world, findings);
      sums.tries += tries;
      sums.acknowledged += acknowledged;
    }
    report(`${what}, ${database}`, { rounds: setting.rounds, acknowledged: sums.acknowledged, findings, notes: [`${sums.tries} tries`] });
  }
  await verifyRest(world, database);
}

/** After all of them: exact sums, and nothing on the disk that nobody owns. */
async function verifyRest(world, database) {
  world.findings.moment = 'at the end';
  await rest(world);
  const left = await endAndVerifyFolder(world);
  report(`sums and files after the races${world.name.includes('quota') ? ' in a small plan' : ''}, ${database}`, {
    rounds: 1,
    acknowledged: 0,
    findings: world.findings,
    notes: [left],
  });
}
