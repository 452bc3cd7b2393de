// Posts that are planned, written and published while somebody else takes their media or saves their caption.

import { inParallel, oneOf } from '../tools.mjs';
import { act, noteTrouble, soon, stock } from './stock.mjs';

const tries = 24;
let number = 0;

/** A post that holds one picture of its own each. */
async function drafts(world) {
  const stocked = await stock(world, tries, () => world.media.small());
  await world.ready();
  return inParallel(stocked, 4, ({ id }) =>
    world.api.must('POST', '/api/posts', {
      profileId: world.profile,
      assetIds: [id],
      caption: `Caption ${++number}`,
      localTime: '2031-05-01T09:00',
    }),
  );
}

const schedule = (world, { id, version }) => world.api.ask('POST', `/api/posts/${id}/schedule`, { version, localTime: '2031-06-01T09:00' });

const write = (world, { id, version }, caption) => world.api.ask('PATCH', `/api/posts/${id}`, { version, caption });

export async function schedulingBesideForcedDelete(world, findings) {
  let acknowledged = 0;
  await inParallel(await drafts(world), 4, async (post) => {
    const asset = post.assets[0].assetId;
    const [scheduled, deleted] = await Promise.all([
      soon(() => schedule(world, post)),
      soon(() =>
        oneOf([() => world.api.ask('DELETE', `/api/assets/${asset}?force=true`), () => act(world, 'delete', [asset], { force: true })])(),
      ),
    ]);
    noteTrouble(findings, 'scheduling beside a forced delete', [scheduled, deleted]);
    acknowledged += scheduled.status === 200 ? 1 : 0;
    const now = await world.api.must('GET', `/api/posts/${post.id}`);
    if (now.state === 'scheduled' && now.assets.some((one) => one.trashed))
      findings.halfMade('a scheduled post with media in the trash', `${post.id}: ${scheduled.status}, ${deleted.status}`);
    if (deleted.status < 300 && !(await world.api.must('GET', `/api/assets/${asset}`)).trashedAt) findings.lost('a forced delete', asset);
  });
  return { tries, acknowledged };
}

export async function writingBesideScheduling(world, findings) {
  let acknowledged = 0;
  await inParallel(await drafts(world), 4, async (post) => {
    const caption = `Saved by itself ${++number}`;
    const [written, scheduled] = await Promise.all([soon(() => write(world, post, caption), 8), soon(() => schedule(world, post), 8)]);
    noteTrouble(findings, 'writing beside scheduling', [written, scheduled]);
    const now = await world.api.must('GET', `/api/posts/${post.id}`);
    acknowledged += [written, scheduled].filter((one) => one.status === 200).length;
    if (written.status === 200 && now.caption !== caption) findings.lost('a caption beside scheduling', `${post.id} says ${now.caption}`);
    if (scheduled.status === 200 && now.state !== 'scheduled') findings.lost('a schedule beside writing', `${post.id} is ${now.state}`);
    if (written.status !== 200 && scheduled.status !== 200)
      findings.wrong('both were refused', `${post.id}: ${written.status}, ${scheduled.status}`);
  });
  return { tries, acknowledged };
}

export async function writingBesidePublishing(world, findings) {
  let acknowledged = 0;
  await inParallel(await drafts(world), 4, async (draft) => {
    const post = (await schedule(world, draft)).body;
    const caption = `Saved by itself ${++number}`;
    const [written, published] = await Promise.all([
      soon(() => write(world, post, caption), 8),
      soon(() => world.api.ask('POST', `/api/posts/${post.id}/publish`, {}), 8),
    ]);
    noteTrouble(findings, 'writing beside publishing', [written, published]);
    const now = await world.api.must('GET', `/api/posts/${post.id}`);
    acknowledged += [written, published].filter((one) => one.status === 200).length;
    if (written.status === 200 && now.caption !== caption) findings.lost('a caption beside publishing', `${post.id} says ${now.caption}`);
    if (published.status === 200 && now.state !== 'published') findings.lost('published beside writing', `${post.id} is ${now.state}`);
  });
  return { tries, acknowledged };
}
