// Somebody who plans posts: writes, schedules, moves, takes back, deletes and restores them.

import { between, chance, oneOf, pause } from '../tools.mjs';
import { done } from './editing.mjs';

const mostPosts = 60;
let number = 0;

const someday = () => `2031-${`${between(1, 12)}`.padStart(2, '0')}-${between(10, 28)}T0${between(6, 9)}:00`;

export async function plan(world) {
  if (world.ledger.posts.size < mostPosts && chance(0.4)) return create(world);
  let found = false;
  await world.ledger.with(
    world.ledger.posts,
    (entry) => entry.value('state') && entry.value('place'),
    (entry) => {
      found = true;
      if (entry.value('place') === 'deleted') return restore(world, entry);
      return oneOf([write, write, schedule, schedule, takeBack, remove])(world, entry);
    },
  );
  if (!found) await pause(50);
}

async function create(world) {
  await world.ledger.with(
    world.ledger.assets,
    (entry) => entry.isReady && entry.format === 'jpg' && entry.value('place') === 'library',
    async (asset) => {
      // Held for good: deleting what a post holds is a trial of its own.
      asset.isHeld = true;
      const caption = `Caption ${++number}`;
      const answer = await world.api.ask('POST', '/api/posts', {
        profileId: world.profile,
        assetIds: [asset.id],
        caption,
        localTime: someday(),
      });
      if (answer.status !== 201) return;
      world.ledger.acknowledged++;
      const { id, version, state, localTime } = answer.body;
      world.ledger.addPost(id, version, { caption, state, localTime });
    },
  );
}

const write = (world, entry) => change(world, entry, { caption: `Caption ${++number}` }, (post) => ['PATCH', '', post]);

const schedule = (world, entry) =>
  change(world, entry, { state: 'scheduled', localTime: someday() }, ({ version, localTime }) => [
    'POST',
    '/schedule',
    { version, localTime },
  ]);

const takeBack = (world, entry) => change(world, entry, { state: 'draft' }, ({ version }) => ['POST', '/unschedule', { version }]);

const remove = (world, entry) => change(world, entry, { place: 'deleted' }, () => ['DELETE', '']);

const restore = (world, entry) => change(world, entry, { place: 'here' }, () => ['POST', '/restore']);

async function change(world, entry, changes, request) {
  const settle = entry.begin(changes);
  const [method, tail, body] = request({ version: entry.version, ...changes });
  const answer = await world.api.ask(method, `/api/posts/${entry.id}${tail}`, body);
  done(world, answer, settle);
  entry.version = answer.body?.version ?? answer.body?.post?.version ?? entry.version;
}
