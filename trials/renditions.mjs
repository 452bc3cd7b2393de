// Whether what is shown of an asset is there, whole, and can be decoded.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { inParallel, oneOf } from './tools.mjs';

// Of the bench, which compares the pictures of the server with those of sharp.
const sharp = createRequire(new URL('../bench/package.json', import.meta.url))('sharp');
const run = promisify(execFile);
const alsoOlder = 10;
const mostVideos = 6;

const needed = { image: ['thumb', 'preview'], video: ['thumb', 'poster'] };

/** What became ready since the last look, and some of what was seen before. */
export async function checkRenditions(world, assets, all) {
  const done = assets.filter((asset) => asset.status === 'ready' || asset.status === 'draft');
  for (const asset of done) {
    const kinds = asset.renditions.map((one) => one.kind);
    const missing = needed[asset.kind].filter((kind) => !kinds.includes(kind));
    if (missing.length > 0 || !asset.width || !asset.placeholder)
      world.findings.halfMade('an asset without its renditions', `${asset.id} (${asset.name}) is ${asset.status} and lacks ${missing}`);
  }

  const renditions = done.flatMap((asset) => asset.renditions.map((one) => ({ ...one, asset })));
  const fresh = renditions.filter((one) => all || !world.seen.has(one.url));
  const older = Array.from({ length: renditions.length > 0 ? alsoOlder : 0 }, () => oneOf(renditions));
  let videos = 0;
  await inParallel(new Set([...fresh, ...older]), 3, async (one) => {
    const isVideo = one.mediaType.startsWith('video/');
    // Decoding all of them would take longer than making them.
    const decodes = !isVideo || all || ++videos <= mostVideos;
    const fault = await faultOf(world, one, decodes && (isVideo ? decodeVideo : decodePicture));
    if (!fault) return world.seen.add(one.url);
    if (!(await isGone(world, one))) world.findings.halfMade('a rendition', `${one.kind} of ${one.asset.id} (${one.asset.name}): ${fault}`);
  });
}

async function faultOf(world, rendition, decode) {
  const got = await world.api.bytes(rendition.url);
  if (got.status !== 200) return `answers ${got.status}`;
  if (got.body.length !== rendition.bytes) return `has ${got.body.length} of ${rendition.bytes} bytes`;
  return decode ? decode(got.body, rendition) : undefined;
}

/** Replaced, or taken away with its asset, since the list was read. */
async function isGone(world, rendition) {
  const { status, body } = await world.api.ask('GET', `/api/assets/${rendition.asset.id}`);
  return status === 404 || !body.renditions?.some((one) => one.url === rendition.url);
}

async function decodePicture(bytes, { width, height }) {
  try {
    const { info } = await sharp(bytes, { failOn: 'truncated' }).raw().toBuffer({ resolveWithObject: true });
    return info.width === width && info.height === height ? undefined : `is ${info.width} × ${info.height} and not ${width} × ${height}`;
  } catch (error) {
    return error.message;
  }
}

async function decodeVideo(bytes) {
  const decoding = run('ffmpeg', ['-v', 'error', '-xerror', '-i', 'pipe:', '-f', 'null', '-'], { timeout: 120_000 });
  decoding.child.stdin.on('error', () => {});
  decoding.child.stdin.end(bytes);
  try {
    return (await decoding).stderr || undefined;
  } catch (error) {
    return error.message;
  }
}
