// Two requests for one upload at once: it becomes one asset, or none.

import { between, inParallel, oneOf } from '../tools.mjs';
import { announce, newUploader, noteTrouble, send, soon, verifyThere } from './stock.mjs';

const tries = 20;

export async function completingTwice(world, findings) {
  const acknowledged = [];
  await inParallel(Array(tries).keys(), 4, async () => {
    const { uploader, path, file, offset } = await begun(world);
    const other = newUploader(world);
    const answers = await Promise.all(
      [uploader, other].map((one) => soon(() => send(world, one, path, file, offset, file.bytes - offset).catch(lostConnection), 3)),
    );
    noteTrouble(findings, 'completing twice', answers);
    const told = answers.filter((answer) => answer.headers?.['magpie-asset']);
    const id = path.split('/').at(-1);
    if (told.length > 0) acknowledged.push({ id, file });
    else {
      const now = await lookAt(world, path);
      if (now.statusCode !== 200)
        findings.lost('an upload that two completed', `${answers.map((answer) => answer.statusCode)}, then ${now.statusCode}`);
    }
    uploader.close();
    other.close();
  });
  await verifyThere(world, findings, acknowledged, 'completed twice');
  return { tries, acknowledged: acknowledged.length };
}

/** A PATCH beside the DELETE of its upload. */
export async function sendingBesideEnding(world, findings) {
  const acknowledged = [];
  await inParallel(Array(tries).keys(), 4, async () => {
    const { uploader, path, file, offset } = await begun(world);
    const other = newUploader(world);
    const count = oneOf([file.bytes - offset, Math.floor((file.bytes - offset) / 2)]);
    const [sent, ended] = await Promise.all([
      soon(() => send(world, uploader, path, file, offset, count).catch(lostConnection), 5),
      soon(() => other.send('DELETE', world.server.url + path).catch(lostConnection), 5),
    ]);
    noteTrouble(findings, 'sending beside ending', [sent, ended]);
    const id = path.split('/').at(-1);
    if (sent.headers?.['magpie-asset']) acknowledged.push({ id, file });
    else {
      const [upload, asset] = [await lookAt(world, path), await world.api.ask('GET', `/api/assets/${id}`)];
      if (ended.statusCode === 204 && upload.statusCode !== 404)
        findings.lost('the end of an upload', `${id} answers ${upload.statusCode}`);
      if (asset.status !== 404)
        findings.wrong('an asset of an upload that was ended', `${id}: the PATCH answered ${sent.statusCode}, the asset ${asset.status}`);
    }
    uploader.close();
    other.close();
  });
  await verifyThere(world, findings, acknowledged, 'completed beside its end');
  return { tries, acknowledged: acknowledged.length };
}

async function begun(world) {
  const file = world.media.small(between(20_000, 200_000));
  const uploader = newUploader(world);
  const offset = between(1, file.bytes - 1);
  const answer = await announce(uploader, file, offset);
  if (answer.statusCode !== 201) throw new Error(`An upload answered ${answer.statusCode}: ${answer.text}`);
  return { uploader, path: answer.headers.location, file, offset };
}

/** By a connection of its own: the others may have been ended with their requests. */
async function lookAt(world, path) {
  const uploader = newUploader(world);
  const answer = await uploader.send('HEAD', world.server.url + path);
  uploader.close();
  return answer;
}

/** The other request had this one end. */
const lostConnection = (error) => {
  if (!error.code) throw error;
  return { statusCode: 499, headers: {}, text: error.code };
};
