// People who write on assets, label and star them.

import { outcomeOf } from '../api.mjs';
import { between, chance, oneOf } from '../tools.mjs';

const labels = ['spring', 'autumn', 'campaign', 'team', 'Zürich'];
let number = 0;

export async function edit(world) {
  await world.ledger.with(world.ledger.assets, isInLibrary, (entry) => oneOf([write, write, label, star, accept])(world, entry));
}

const isInLibrary = (entry) => entry.value('place') === 'library';

async function write(world, entry) {
  const text = `${++number} `.padEnd(between(5, 200), 'what it shows ').trim();
  const changes = oneOf([{ note: text }, { altText: text }, { name: `${number}.${entry.format}` }, { note: text, altText: text }]);
  const expected = chance(0.3) && typeof entry.value('note') === 'string' ? { note: entry.value('note') } : undefined;
  const settle = entry.begin(changes);
  done(world, await world.api.ask('PATCH', `/api/assets/${entry.id}`, { ...changes, expected }), settle);
}

async function label(world, entry) {
  const named = oneOf(labels);
  const added = chance(0.7);
  const others = [...world.ledger.assets.values()]
    .filter((other) => !other.isBusy && other !== entry && isInLibrary(other))
    .slice(0, between(0, 3));
  await act(world, [entry, ...others], { action: added ? 'label' : 'unlabel', labels: [named] }, { [`label:${named}`]: added });
}

async function star(world, entry) {
  const starred = chance(0.7);
  await act(world, [entry], { action: starred ? 'star' : 'unstar' }, { starred });
}

async function accept(world, entry) {
  const draft = chance(0.3);
  await act(world, [entry], { action: draft ? 'draft' : 'ready' }, { draft });
}

/** One action on several assets; each has an outcome of its own. */
export async function act(world, entries, action, changes) {
  await world.ledger.holding(entries, async () => {
    const settles = new Map(entries.map((entry) => [entry.id, entry.begin(changes)]));
    const answer = await world.api.ask('POST', '/api/assets/actions', { ...action, assetIds: entries.map((entry) => entry.id) });
    const outcome = outcomeOf(answer);
    for (const [id, settle] of settles) {
      const own = outcome === 'done' ? answer.body.results.find((result) => result.assetId === id)?.outcome : undefined;
      settle(own === 'refused' ? 'refused' : outcome);
    }
    if (outcome === 'done') world.ledger.acknowledged += entries.length;
  });
}

export function done(world, answer, settle) {
  const outcome = outcomeOf(answer);
  settle(outcome);
  if (outcome === 'done') world.ledger.acknowledged++;
  return outcome === 'done';
}
