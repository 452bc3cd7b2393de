// Files on their way in, by tus: in one request, in pieces, with the first bytes at once, left lying, resumed, ended.

import { slice } from '../../bench/files.mjs';
import { outcomeOf } from '../api.mjs';
import { between, chance, pause } from '../tools.mjs';

const chunk = { 'Content-Type': 'application/offset+octet-stream' };

/** One step of a client: goes on with a file that was left, or begins another one. */
export async function upload(world, uploader) {
  if (chance(0.5)) {
    let resumed = false;
    await world.ledger.with(
      world.ledger.uploads,
      () => true,
      async (entry) => {
        resumed = true;
        if (await resume(world, uploader, entry)) await send(world, uploader, entry);
      },
    );
    if (resumed) return;
  }
  if (world.backlog > world.mostBacklog) return pause(100);
  const entry = await begin(world, uploader, world.nextFile(), chance(0.3));
  if (entry && !chance(0.1)) await world.ledger.holding([entry], () => send(world, uploader, entry));
}

/** Announces a file, perhaps with its first bytes. Nothing where that was not taken, or completed it. */
export async function begin(world, uploader, file, withBytes = false) {
  world.ledger.noteSent(file);
  const count = withBytes ? between(1, file.bytes) : 0;
  const answer = await uploader.send(
    'POST',
    uploader.target.endpoint,
    {
      'Upload-Length': `${file.bytes}`,
      'Upload-Metadata': `filename ${Buffer.from(file.name).toString('base64')}`,
      'Content-Length': `${count}`,
      ...(withBytes ? chunk : {}),
    },
    slice(file, 0, count),
  );
  if (outcomeOf({ status: answer.statusCode }) !== 'done') return refused(world, answer, file);

  const path = answer.headers.location;
  const entry = { id: path.split('/').at(-1), path, file, offset: 0 };
  world.ledger.uploads.set(entry.id, entry);
  world.ledger.acknowledged++;
  note(world, entry, answer);
  return world.ledger.uploads.get(entry.id);
}

/** Sends what is left, in one request or in several; or ends it. */
async function send(world, uploader, entry) {
  if (chance(0.03)) return end(world, uploader, entry);
  const piece = chance(0.5) ? entry.file.bytes : between(16_000, 400_000);
  while (world.ledger.uploads.has(entry.id)) {
    // Left lying, as by a laptop that was closed.
    if (chance(0.04)) return;
    if (!(await append(world, uploader, entry, Math.min(piece, entry.file.bytes - entry.offset)))) return;
  }
}

/** False where it cannot go on, for the moment or for good. */
export async function append(world, uploader, entry, count) {
  const answer = await uploader.send(
    'PATCH',
    world.server.url + entry.path,
    {
      'Upload-Offset': `${entry.offset}`,
      'Content-Length': `${count}`,
      ...chunk,
    },
    slice(entry.file, entry.offset, count),
  );
  if (answer.statusCode === 204) {
    world.ledger.acknowledged++;
    note(world, entry, answer);
    return true;
  }
  if ([404, 410, 415, 422].includes(answer.statusCode)) gone(world, entry, answer);
  else refused(world, answer, entry.file);
  return false;
}

/** Asks how far it is. True where it goes on from there. */
export async function resume(world, uploader, entry) {
  const answer = await uploader.send('HEAD', world.server.url + entry.path);
  if (answer.statusCode !== 200) {
    if ([404, 410].includes(answer.statusCode)) gone(world, entry, answer);
    return false;
  }
  const offset = Number(answer.headers['upload-offset']);
  if (offset < entry.offset)
    world.findings.lost('acknowledged bytes of an upload', `${entry.id} goes on at ${offset}, and ${entry.offset} were acknowledged`);
  note(world, entry, answer);
  return world.ledger.uploads.has(entry.id);
}

async function end(world, uploader, entry) {
  // Where no answer comes, it may be done.
  entry.asked = 'to end';
  const { statusCode } = await uploader.send('DELETE', world.server.url + entry.path);
  if (statusCode !== 204) return;
  world.ledger.acknowledged++;
  world.ledger.uploads.delete(entry.id);
  world.ledger.ended.add(entry.path);
}

function note(world, entry, { headers }) {
  entry.offset = Number(headers['upload-offset']);
  if (headers['magpie-asset']) complete(world, entry);
}

export function complete(world, entry) {
  world.ledger.uploads.delete(entry.id);
  world.ledger.addAsset(entry.id, entry.file);
}

/** No file of the load is at fault, so that nothing but trouble on the server's side can end an upload. */
function gone(world, entry, answer) {
  world.ledger.uploads.delete(entry.id);
  if (entry.asked === 'to end' && answer.statusCode === 404) return;
  const why = `${entry.id} (${entry.file.name}, ${entry.offset} of ${entry.file.bytes} bytes acknowledged) answered ${answer.statusCode}: ${said(answer)}`;
  if (answer.statusCode === 404) world.findings.lost('an upload that was begun', why);
  else world.findings.wrong('refused though sound', why);
}

function refused(world, answer, file) {
  const status = answer.statusCode;
  world.refusals.set(status, (world.refusals.get(status) ?? 0) + 1);
  if (status < 500 && ![409, 423, 429].includes(status) && !world.mayRefuse?.(status)) {
    world.findings.wrong('refused though sound', `${file.name} answered ${status}: ${said(answer)}`);
  }
}

const said = ({ text }) => text.slice(0, 300);
