// Compares what the server shows with what was acknowledged, over HTTP as everybody sees it.

import { Uploader } from '../bench/tus.mjs';
import { checkRenditions } from './renditions.mjs';
import { append, complete, resume } from './load/uploading.mjs';
import { between, chance, inParallel, oneOf } from './tools.mjs';

const alsoOlder = 10;

/** Everything: lists, texts, states, uploads that go on, new bytes and some older ones. */
export async function verify(world, { withAllBytes = false } = {}) {
  await verifyEnded(world);
  await goOnWithUploads(world);
  const shown = await walk(world.api);
  adopt(world, shown);
  await verifyImports(world, shown);
  compareAssets(world, shown);
  await comparePosts(world);
  await verifyOriginals(world, shown, withAllBytes);
  await checkRenditions(world, [...shown.values()], withAllBytes);
}

/** All assets of the library and the trash by their ids; `place` says in which they are. */
export async function walk(api, group = '') {
  const shown = new Map();
  for (const place of ['library', 'trash']) {
    for await (const asset of api.all(`/api/assets?${place === 'trash' ? 'trash=true' : ''}${group && `&group=${group}`}`))
      shown.set(asset.id, { ...asset, place });
  }
  return shown;
}

/** Lists against the counters beside them; for a server that nobody changes anything on. Asked again where it did. */
export async function verifyCounters(world) {
  const summary = async (filter = '') => world.api.must('GET', `/api/assets/summary?${filter}`);
  for (let tries = 0; tries < 5; tries++) {
    const before = await summary();
    const library = [...(await walk(world.api)).values()].filter((asset) => asset.place === 'library');
    const count = (wanted) => library.filter(wanted).length;
    const byStatus = {};
    for (const status of ['processing', 'ready', 'draft', 'failed'])
      byStatus[status] = [(await summary(`status=${status}`)).total, count((asset) => asset.status === status)];
    const after = await summary();
    const kinds = {
      total: [after.total, library.length],
      images: [after.images, count((asset) => asset.kind === 'image')],
      videos: [after.videos, count((asset) => asset.kind === 'video')],
    };
    const wrong = Object.entries({ ...kinds, ...byStatus }).filter(([, [counted, listed]]) => counted !== listed);
    if (wrong.length === 0) return;
    if (tries === 4 && before.total === after.total)
      world.findings.halfMade('counters unlike the lists', JSON.stringify(Object.fromEntries(wrong)));
  }
}

/** What arrived although its client was never told, or was told only of its beginning. */
function adopt(world, shown) {
  const { ledger } = world;
  for (const [id, asset] of shown) {
    if (ledger.assets.has(id)) continue;
    const file = ledger.uploads.get(id)?.file ?? ledger.imports.get(id)?.file ?? ledger.sentAs(asset.sha256);
    if (!file) {
      world.findings.wrong('an asset that nobody sent', `${id} ${asset.name}`);
      continue;
    }
    ledger.uploads.delete(id);
    ledger.imports.delete(id);
    ledger.addAsset(id, file, { place: asset.place });
  }
}

function compareAssets(world, shown) {
  const { assets } = world.ledger;
  for (const [id, entry] of assets) {
    const asset = shown.get(id);
    if (!asset) {
      if (!entry.allows('place', 'gone'))
        world.findings.lost('an asset', `${id} (${entry.kind}, ${entry.format}, in the ${entry.value('place')})`);
      assets.delete(id);
      continue;
    }
    const differences = entry.compare((name) => factOf(asset, name));
    if (differences.length > 0)
      world.findings.lost('a change of an asset', `${id} (${entry.kind}, ${entry.format}): ${differences.join('; ')}`);
    entry.isReady = asset.status === 'ready';
  }
}

function factOf(asset, name) {
  if (name.startsWith('label:')) return asset.labels.includes(name.slice('label:'.length));
  return name === 'draft' ? asset.status === 'draft' : asset[name];
}

async function comparePosts(world) {
  const shown = new Map();
  for (const place of ['here', 'deleted']) {
    for await (const post of world.api.all(`/api/posts?${place === 'deleted' ? 'deleted=true' : ''}`))
      shown.set(post.id, { ...post, place });
  }
  for (const [id, entry] of world.ledger.posts) {
    const post = shown.get(id);
    const differences = entry.compare((name) => (post ? post[name] : name === 'place' ? 'gone' : undefined));
    if (differences.length > 0) world.findings.lost('a post, or a change of it', `${id}: ${differences.join('; ')}`);
    if (post) entry.version = post.version;
    else world.ledger.posts.delete(id);
  }
}

/** Most uploads go on to their end, from the offset that the server tells; some stay for another round. */
async function goOnWithUploads(world) {
  const uploader = new Uploader({ endpoint: `${world.server.url}/api/uploads`, headers: world.api.headers });
  for (const entry of [...world.ledger.uploads.values()]) {
    if (!(await resume(world, uploader, entry)) || chance(0.2)) continue;
    while (
      world.ledger.uploads.has(entry.id) &&
      (await append(world, uploader, entry, Math.min(between(50_000, 3_000_000), entry.file.bytes - entry.offset)))
    );
  }
  uploader.close();
}

async function verifyEnded(world) {
  const uploader = new Uploader({ endpoint: `${world.server.url}/api/uploads`, headers: world.api.headers });
  for (const path of world.ledger.ended) {
    const { statusCode } = await uploader.send('HEAD', world.server.url + path);
    if (statusCode === 200) world.findings.lost('the end of an upload', path);
    if (statusCode === 200 || statusCode === 404) world.ledger.ended.delete(path);
  }
  uploader.close();
}

async function verifyImports(world, shown) {
  for (const { id, file } of [...world.ledger.imports.values()]) {
    const { status, body } = await world.api.ask('GET', `/api/assets/${id}`);
    if (status === 202) continue;
    world.ledger.imports.delete(id);
    if (status === 200) {
      complete(world, { id, file });
      shown.set(id, { ...body, place: 'library' });
    } else if (status === 410 && body.type.endsWith('import-interrupted')) {
      world.interrupted = (world.interrupted ?? 0) + 1;
    } else {
      world.findings[status === 410 ? 'wrong' : 'lost'](
        'an import',
        `${id} (${file.name}) answers ${status}: ${JSON.stringify(body).slice(0, 300)}`,
      );
    }
  }
}

/** New originals, and some older ones, byte by byte. */
async function verifyOriginals(world, shown, all) {
  const ids = [...shown.keys()].filter((id) => all || !world.seen.has(id));
  for (let count = 0; count < alsoOlder && shown.size > 0; count++) ids.push(oneOf([...shown.keys()]));
  await inParallel(new Set(ids), 4, async (id) => {
    const asset = shown.get(id);
    const got = await world.api.bytes(`/api/assets/${id}/original`);
    // Its hash is compared with the file that was sent, where the lists are compared.
    if (got.status === 200 && got.sha256 === asset.sha256) return world.seen.add(id);
    world.findings.lost(
      'an original',
      `${id} (${asset.name}, ${asset.status}) answers ${got.status} with ${got.body?.length} of ${asset.bytes} bytes`,
    );
  });
}
