// Many small pictures at once, and what races ask of them afterwards.

import { slice } from '../../bench/files.mjs';
import { Uploader } from '../../bench/tus.mjs';
import { between, inParallel, pause } from '../tools.mjs';

const chunk = { 'Content-Type': 'application/offset+octet-stream' };

export const newUploader = ({ server, api }) => new Uploader({ endpoint: `${server.url}/api/uploads`, headers: api.headers });

/** Uploads `count` files; answers `{id, file}` of each. */
export async function stock(world, count, make = world.media.small) {
  const uploaders = Array.from({ length: 4 }, () => newUploader(world));
  const stocked = await inParallel(
    Array.from({ length: count }, (_, number) => number),
    4,
    async (number) => {
      const file = make();
      const answer = await announce(uploaders[number % 4], file, file.bytes);
      if (answer.statusCode !== 201 || !answer.headers['magpie-asset'])
        throw new Error(`An upload answered ${answer.statusCode}: ${answer.text}`);
      return { id: answer.headers.location.split('/').at(-1), file };
    },
  );
  for (const uploader of uploaders) uploader.close();
  return stocked;
}

/** Begins an upload with its first `count` bytes. */
export const announce = (uploader, file, count, more = {}) =>
  uploader.send(
    'POST',
    uploader.target.endpoint,
    {
      'Upload-Length': `${file.bytes}`,
      'Upload-Metadata': `filename ${Buffer.from(file.name).toString('base64')}`,
      'Content-Length': `${count}`,
      ...(count > 0 ? chunk : {}),
      ...more,
    },
    slice(file, 0, count),
  );

/** Sends `count` bytes from `offset` on. */
export const send = (world, uploader, path, file, offset, count) =>
  uploader.send(
    'PATCH',
    world.server.url + path,
    {
      'Upload-Offset': `${offset}`,
      'Content-Length': `${count}`,
      ...chunk,
    },
    slice(file, offset, count),
  );

export const act = (world, action, ids, more = {}) => world.api.ask('POST', '/api/assets/actions', { action, assetIds: ids, ...more });

/** The ids for which an answer of an action says that they are, now or already, as it was asked. */
export const doneOf = (answer) =>
  answer.status === 200 ? answer.body.results.filter((one) => one.outcome === 'done').map((one) => one.assetId) : [];

/** All that was acknowledged as being in the library must be there, with its bytes. */
export async function verifyThere(world, findings, stocked, why) {
  await inParallel(stocked, 4, async ({ id, file }) => {
    const { status, body } = await world.api.ask('GET', `/api/assets/${id}`);
    const original = await world.api.bytes(`/api/assets/${id}/original`);
    if (status !== 200) findings.lost(why, `${id} answers ${status}`);
    else if (body.trashedAt) findings.lost(why, `${id} is in the trash`);
    else if (original.sha256 !== file.sha256)
      findings.lost(why, `the original of ${id} answers ${original.status} with ${original.body?.length} of ${file.bytes} bytes`);
  });
}

/** What nobody may be told, whoever was faster. */
export function noteTrouble(findings, what, answers) {
  for (const answer of answers) {
    const status = answer.status ?? answer.statusCode;
    if (status === 0 || status >= 500) findings.wrong(`answered ${status}`, `${what}: ${JSON.stringify(answer.body ?? answer.text)}`);
  }
}

/** So that sometimes the one and sometimes the other is first. */
export const soon = async (work, most = 15) => {
  await pause(between(0, most));
  return work();
};

export const shuffled = (items) =>
  items
    .map((item) => [Math.random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
