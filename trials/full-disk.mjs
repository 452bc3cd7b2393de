// What must go on with not a byte left: reading, saying so, deleting.

import { Api, outcomeOf } from './api.mjs';
import { announce, newUploader } from './races/stock.mjs';
import { inParallel } from './tools.mjs';

export async function useWhileFull(world) {
  const { server, findings } = world;
  const expect = async (name, ask, isRight) => {
    const answer = await ask();
    if (!isRight(answer))
      findings.wrong(name, `answered ${answer.status ?? answer.statusCode}: ${JSON.stringify(answer.body ?? answer.text)?.slice(0, 300)}`);
    return answer;
  };
  const is200 = ({ status }) => status === 200;
  for (const [who, api] of [
    ['by cookie', server.byCookie],
    ['by token', server.api],
    ['by a token that was never used', world.unused],
  ]) {
    const list = await expect(`no reading ${who} while full`, () => api.ask('GET', '/api/assets?limit=5'), is200);
    for (const asset of list.body?.items ?? []) {
      await expect(`no original ${who} while full`, () => api.bytes(asset.original.url), is200);
      for (const rendition of asset.renditions.slice(0, 1))
        await expect(`no rendition ${who} while full`, () => api.bytes(rendition.url), is200);
    }
  }
  await expect(
    'readiness does not tell of the full disk',
    () => new Api(server).ask('GET', '/health/ready'),
    ({ status, body }) => status !== 200 || !/^Healthy$/.test(body),
  );
  await expect('not alive while full', () => new Api(server).ask('GET', '/health/live'), is200);

  const uploader = newUploader(world);
  const file = world.media.ofBytes(3_000_000);
  await expect(
    'not refused as full, with a sentence',
    () => announce(uploader, file, file.bytes),
    ({ statusCode, text }) => statusCode === 507 && /room|space|full/i.test(text),
  );
  uploader.close();
}

/** Deleting is what people do then. Where that does not work `more` makes room otherwise, so that it can go on. */
export async function makeRoom(world, more) {
  const entries = [...world.ledger.assets.values()].filter((entry) => entry.value('place') === 'library').slice(0, 40);
  const works = [await empty(world), await removeAll(world, entries), await empty(world)];
  if (works.every(Boolean)) return;
  // It has to go on, with room from elsewhere.
  more();
  await removeAll(
    world,
    entries.filter((entry) => entry.value('place') !== 'trash'),
  );
  await empty(world);
}

async function removeAll(world, entries) {
  const answers = await inParallel(entries, 2, async (entry) => {
    const note = entry.begin({ place: 'trash' });
    const answer = await world.api.ask('DELETE', `/api/assets/${entry.id}`);
    note(outcomeOf(answer));
    if (answer.status === 204) world.ledger.acknowledged++;
    // The first try may have done it although it said otherwise.
    else if (answer.status !== 404)
      world.findings.wrong('no deleting while full', `answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer;
  });
  return answers.every((answer) => outcomeOf(answer) !== 'unknown');
}

async function empty(world) {
  const { ledger, findings } = world;
  for (const entry of ledger.assets.values()) if (entry.allows('place', 'trash')) entry.begin({ place: 'gone' })('unknown');
  const answer = await world.api.ask('DELETE', '/api/trash');
  if (answer.status === 200) ledger.acknowledged += answer.body.removed;
  else findings.wrong('no emptying of the trash while full', `answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.status === 200;
}
