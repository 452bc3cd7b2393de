// Somebody who deletes, restores, deletes for good and empties the trash. Only one: what is emptied beside others is a race.

import { outcomeOf } from '../api.mjs';
import { chance, oneOf } from '../tools.mjs';
import { act, done } from './editing.mjs';

export async function remove(world) {
  const free = [...world.ledger.assets.values()].filter((entry) => !entry.isBusy && !entry.isHeld);
  const [library, trash] = ['library', 'trash'].map((place) => free.filter((entry) => entry.value('place') === place));
  if (library.length > world.mostAssets) {
    await act(world, library.slice(0, 20), { action: 'delete' }, { place: 'trash' });
  } else if (trash.length > 40 || (trash.length > 5 && chance(0.1))) {
    await empty(world, trash);
  } else if (trash.length > 0 && chance(0.5)) {
    await oneOf([restore, restore, removeForGood])(world, oneOf(trash));
  } else if (library.length > 5) {
    await toTrash(world, oneOf(library));
  }
}

async function toTrash(world, entry) {
  await world.ledger.holding([entry], async () => {
    const settle = entry.begin({ place: 'trash' });
    done(world, await world.api.ask('DELETE', `/api/assets/${entry.id}`), settle);
  });
}

const restore = (world, entry) => act(world, [entry], { action: 'restore' }, { place: 'library' });

async function removeForGood(world, entry) {
  await world.ledger.holding([entry], async () => {
    const settle = entry.begin({ place: 'gone' });
    done(world, await world.api.ask('DELETE', `/api/assets/${entry.id}?forever=true`), settle);
  });
}

async function empty(world, entries) {
  await world.ledger.holding(entries, async () => {
    // What was deleted without an answer may lie there as well.
    for (const entry of world.ledger.assets.values())
      if (entry.value('place') === undefined && entry.allows('place', 'trash')) entry.begin({ place: 'gone' })('unknown');
    const settles = entries.map((entry) => entry.begin({ place: 'gone' }));
    const answer = await world.api.ask('DELETE', '/api/trash');
    // Where some are left nobody knows which.
    const outcome = answer.body?.left === 0 ? outcomeOf(answer) : 'unknown';
    for (const settle of settles) settle(outcome);
    if (outcome === 'done') world.ledger.acknowledged += entries.length;
  });
}
