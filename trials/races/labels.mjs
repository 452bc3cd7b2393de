// Labels that are renamed, merged and deleted while others set them; assets that move while others delete them.

import { randomUUID } from 'node:crypto';
import { inParallel, oneOf, plain } from '../tools.mjs';
import { act, doneOf, noteTrouble, soon, stock } from './stock.mjs';

let number = 0;

export async function renamingBesideLabelling(world, findings) {
  const stocked = await stock(world, 24);
  const ids = stocked.map((one) => one.id);
  const [from, into] = [`from ${++number}`, `into ${number}`];
  await act(world, 'label', ids.slice(0, 4), { labels: [from] });
  const merges = number % 2 === 0;
  if (merges) await act(world, 'label', ids.slice(2, 6), { labels: [into] });
  const { id } = (await world.api.must('GET', `/api/labels?q=${encodeURIComponent(from)}`)).items[0];

  const labelled = new Map();
  const [renamed] = await Promise.all([
    soon(() => world.api.ask('PATCH', `/api/labels/${id}`, { name: into, merge: true }), 60),
    inParallel(ids.slice(6), 4, async (asset) => {
      const name = oneOf([from, into]);
      const answer = await soon(() => act(world, 'label', [asset], { labels: [name] }), 5);
      noteTrouble(findings, 'labelling beside renaming', [answer]);
      if (doneOf(answer).length > 0) labelled.set(asset, name);
    }),
  ]);
  noteTrouble(findings, 'renaming beside labelling', [renamed]);
  for (const [asset, name] of labelled) {
    const { labels } = await world.api.must('GET', `/api/assets/${asset}`);
    const isThere = labels.includes(into) || (name === from && labels.includes(from));
    if (!isThere)
      findings.lost(`a label beside ${merges ? 'merging' : 'renaming'}`, `${asset} was given *${name}* and has ${JSON.stringify(labels)}`);
  }
  await verifyCounts(world, findings, [from, into]);
  return { tries: 18, acknowledged: labelled.size };
}

async function verifyCounts(world, findings, names) {
  for (const name of names) {
    const known = (await world.api.must('GET', `/api/labels?q=${encodeURIComponent(name)}`)).items.find((one) => one.name === name);
    const { total } = await world.api.must('GET', `/api/assets/summary?label=${encodeURIComponent(name)}`);
    if ((known?.count ?? 0) !== total)
      findings.halfMade('a count of a label', `*${name}* counts ${known?.count}, and ${total} assets carry it`);
  }
}

/** Into another group while somebody deletes it: both, or one of the two. */
export async function movingBesideDeleting(world, findings) {
  world.second ??= addGroup(world.store);
  const stocked = await stock(world, 24);
  const label = `carried ${++number}`;
  await act(
    world,
    'label',
    stocked.map((one) => one.id),
    { labels: [label] },
  );
  let acknowledged = 0;
  await inParallel(stocked, 6, async ({ id }) => {
    const [moved, deleted] = await Promise.all([
      soon(() => act(world, 'move', [id], { groupId: world.second })),
      soon(() => world.api.ask('DELETE', `/api/assets/${id}`)),
    ]);
    noteTrouble(findings, 'moving beside deleting', [moved, deleted]);
    const now = await world.api.must('GET', `/api/assets/${id}`);
    acknowledged += doneOf(moved).length + (deleted.status === 204 ? 1 : 0);
    if (doneOf(moved).length > 0 && now.groupId !== world.second) findings.lost('a move beside deleting', id);
    if (deleted.status === 204 && !now.trashedAt) findings.lost('a delete beside moving', id);
    if (!now.labels.includes(label)) findings.lost('a label on the way', `${id} has ${JSON.stringify(now.labels)}`);
  });
  for (const group of ['', world.second]) await verifyGroup(world, findings, group);
  return { tries: stocked.length, acknowledged };
}

async function verifyGroup(world, findings, group) {
  const filter = group && `group=${group}`;
  const { total } = await world.api.must('GET', `/api/assets/summary?${filter}`);
  let listed = 0;
  for await (const _ of world.api.all(`/api/assets?${filter}`)) listed++;
  if (listed !== total) findings.halfMade('counters unlike the lists', `${group || 'the first group'} counts ${total} and lists ${listed}`);
}

/** There is no request for it yet. */
function addGroup(store) {
  const id = randomUUID();
  const key = store.id(plain(id));
  store.write(`insert into "Groups" ("Id", "WorkspaceId", "Name", "CreatedAt")
    values (${key}, (select "WorkspaceId" from "Groups" limit 1), 'Second', (select "CreatedAt" from "Groups" limit 1))`);
  store.write(`insert into "GroupMembers" ("UserId", "GroupId", "Role")
    values ((select "UserId" from "GroupMembers" limit 1), ${key}, (select "Role" from "GroupMembers" limit 1))`);
  return id;
}
