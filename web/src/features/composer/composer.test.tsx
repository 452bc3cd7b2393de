import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Checklist, Post } from '@/api/types';
import { refresh } from '@/core/live/touched';
import type { Uploader } from '@/core/picker/uploader';
import { composerStore, openComposer, type Wanted } from '@/core/posts/openComposer';
import { useStore } from '@/lib/store';
import { renderPart } from '@/testing/render';
import { fakeServer, gate, refusal } from '@/testing/server';
import { serve } from '@/testing/team';
import { aChange, aPost, aProfile } from '@/testing/things';
import Composer from './Composer';

const server = fakeServer();
const profile = aProfile({ handle: 'sails', timeZone: 'Europe/Berlin' });
const uploader: Uploader = {
  accept: '',
  add: async () => [],
  subscribe: () => () => undefined,
  snapshot: () => ({ items: [] }),
};

function Host() {
  const opened = useStore(composerStore);
  if (!opened) return <p>closed</p>;
  return (
    <Composer
      key={opened.serial}
      wanted={opened.wanted}
      from={null}
      uploader={uploader}
      onNewProfile={() => undefined}
    />
  );
}

/** A server with one post, which others change too. */
function desk(part: Partial<Post> | null = null) {
  const held: { post: Post | null; lines: Checklist['items'] } = {
    post: part && aPost(profile, part),
    lines: [],
  };
  serve(server, { profiles: [profile] });
  const now = () => held.post ?? aPost(profile);
  const next = (change: Partial<Post>): Post => {
    held.post = { ...now(), ...change, version: now().version + 1 };
    return held.post;
  };
  const changed = () => refusal(409, 'post-changed', 'Anna changed it.', { post: held.post });
  server.on('post', '/api/posts', ({ body }) => {
    const { caption, localTime = null, timeZone = null } = body;
    held.post = aPost(profile, { caption: caption ?? '', localTime, timeZone });
    return { status: 201, body: held.post };
  });
  server.on('get', '/api/posts/{postId}', () => ({ status: 200, body: now() }));
  server.on('get', '/api/posts/{postId}/checklist', () => ({
    status: 200,
    body: { items: held.lines, ready: held.lines.length === 0 },
  }));
  server.on('patch', '/api/posts/{postId}', ({ body }) => {
    if (body.version !== now().version) return changed();
    const { version: _, caption, localTime, timeZone } = body;
    return {
      status: 200,
      body: next({
        ...(caption != null && { caption }),
        ...(localTime !== undefined && { localTime, timeZone: timeZone ?? profile.timeZone }),
      }),
    };
  });
  server.on('delete', '/api/posts/{postId}', () => {
    held.post = null;
    return { status: 204 };
  });
  server.on('post', '/api/posts/preview', () => ({
    status: 200,
    body: { post: aPost(profile, { version: 0 }), checklist: { items: [], ready: true } },
  }));
  server.on('get', '/api/posts/{postId}/set', () => ({ status: 200, body: { items: [now()] } }));
  server.on('post', '/api/posts/schedule', ({ body }) => {
    const [one] = body.posts;
    if (one?.version !== now().version) return changed();
    const { localTime, timeZone } = one;
    return {
      status: 200,
      body: { items: [next({ state: 'scheduled', localTime, timeZone: timeZone ?? null })] },
    };
  });
  server.on('post', '/api/posts/unschedule', () => ({
    status: 200,
    body: { items: [next({ state: 'draft' })] },
  }));
  return { held, next };
}

async function open(wanted: Wanted) {
  const drawn = renderPart(<Host />);
  openComposer(wanted);
  await screen.findByRole('dialog');
  return drawn;
}

const caption = () => found(document.querySelector<HTMLTextAreaElement>('[role="dialog"] textarea'));
const day = () => found(document.querySelector<HTMLElement>('[data-post-day]'));
const tomorrow = () => found(document.querySelectorAll<HTMLElement>('[data-day]')[1] ?? null);
const chosenDay = () => document.querySelector<HTMLElement>('[data-day][aria-pressed="true"]')?.dataset.day;
const clock = () => found(document.querySelector<HTMLInputElement>('input[type="time"]'));
const checks = () => found(document.querySelector<HTMLElement>('section[tabindex="-1"]:not([role])'));
/** The last button of the footer schedules the post; the one before only saves it. */
const footer = () => within(found(document.querySelector<HTMLElement>('footer')));
const plan = () => found(footer().getAllByRole('button').at(-1) ?? null);
const saveDraft = () => found(footer().getAllByRole('button').at(-2) ?? null);
const closed = () => screen.findByText('closed');
const writes = () =>
  server.log.flatMap(({ name, body }) =>
    name.startsWith('GET') || name === 'POST /api/posts/preview' ? [] : [[name, body] as const],
  );

function found<Thing>(thing: Thing | null): Thing {
  if (thing === null) throw new Error('It is not there.');
  return thing;
}

test('What is written is saved by itself after a pause, once, and what follows on top of it', async () => {
  const { held } = desk();
  await open({});
  vi.useFakeTimers();
  for (const text of ['L', 'Low', 'Low tide']) {
    fireEvent.change(caption(), { target: { value: text } });
    await vi.advanceTimersByTimeAsync(500);
    expect(writes()).toEqual([]);
  }
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  await waitFor(() => expect(held.post?.caption).toBe('Low tide'));
  fireEvent.change(caption(), { target: { value: 'Low tide at six' } });
  await waitFor(() => expect(held.post?.caption).toBe('Low tide at six'));
  expect(writes()).toEqual([
    ['POST /api/posts', expect.objectContaining({ caption: 'Low tide', profileId: profile.id })],
    ['PATCH /api/posts/{postId}', { version: 1, caption: 'Low tide at six' }],
  ]);
});

test('Closed before the pause is over, what is written is saved all the same', async () => {
  const { held } = desk();
  const { user } = await open({});
  fireEvent.change(caption(), { target: { value: 'Low tide' } });
  await user.click(saveDraft());
  await closed();
  await waitFor(() => expect(held.post?.caption).toBe('Low tide'));
  expect(writes()).toHaveLength(1);
});

test('A new post in which nobody has written leaves nothing behind', async () => {
  const { held } = desk();
  const { user } = await open({});
  await user.type(caption(), 'Low');
  await waitFor(() => expect(held.post?.caption).toBe('Low'));
  await user.clear(caption());
  await user.keyboard('{Escape}');
  await closed();
  await waitFor(() => expect(held.post).toBeNull());

  server.forget();
  openComposer({});
  await screen.findByRole('dialog');
  await user.keyboard('{Escape}');
  await closed();
  expect(writes()).toEqual([]);
});

test('What the server could not be given waits on this device, and goes when the post is opened again', async () => {
  const { held } = desk({ caption: 'Low' });
  const id = found(held.post).id;
  const { user } = await open({ postId: id });
  server.reachable(false);
  await user.type(caption(), ' tide');
  await user.keyboard('{Escape}');
  await closed();
  // A failure toast, which stays until it is dismissed.
  await waitFor(() => expect(document.querySelector('[data-failed]')).not.toBeNull());
  expect(held.post?.caption).toBe('Low');

  server.reachable(true);
  openComposer({ postId: id });
  await screen.findByRole('dialog');
  expect(caption().value).toBe('Low tide');
  await waitFor(() => expect(held.post?.caption).toBe('Low tide'));
});

test('A time is that of the profile’s clock, and planning the post says it to the server once, however often it is clicked', async () => {
  const { held } = desk();
  const { user } = await open({});
  await user.type(caption(), 'Low tide');
  await user.click(tomorrow());
  fireEvent.change(clock(), { target: { value: '18:30' } });
  const localTime = `${tomorrow().dataset.day}T18:30`;
  await waitFor(() => expect(held.post?.localTime).toBe(localTime));
  expect(held.post?.timeZone).toBe('Europe/Berlin');
  await waitFor(() => expect(held.post?.caption).toBe('Low tide'));

  server.forget();
  await user.dblClick(plan());
  await closed();
  expect(writes()).toEqual([
    [
      'POST /api/posts/schedule',
      { posts: [expect.objectContaining({ localTime, timeZone: 'Europe/Berlin' })] },
    ],
  ]);
  expect(held.post?.state).toBe('scheduled');
});

test('Undo puts a post that was just planned back to draft', async () => {
  const { held } = desk({ caption: 'Low tide', localTime: '2031-06-02T18:30', timeZone: 'Europe/Berlin' });
  const { user } = await open({ postId: found(held.post).id });
  await user.click(plan());
  await closed();
  await waitFor(() => expect(held.post?.state).toBe('scheduled'));
  const [undo] = within(screen.getByRole('status')).getAllByRole('button');
  await user.click(found(undo ?? null));
  await waitFor(() => expect(held.post?.state).toBe('draft'));
});

test('Without a time nothing is asked of the server: the day is said to be missing, and has the focus', async () => {
  const { held } = desk({ caption: 'Low tide' });
  const { user } = await open({ postId: found(held.post).id });
  await user.click(plan());
  const words = await screen.findByText('Choose a day and time first.');
  expect(day().getAttribute('aria-describedby')).toBe(words.id);
  expect(document.activeElement).toBe(day());
  expect(writes()).toEqual([]);
});

test('A time that is over is refused at the day, and the refusal goes with another time', async () => {
  const { held } = desk({ caption: 'Low tide', localTime: '2021-06-02T18:30', timeZone: 'Europe/Berlin' });
  server.once('post', '/api/posts/schedule', () => refusal(422, 'time-past', 'Long ago.'));
  const { user } = await open({ postId: found(held.post).id });
  await user.click(plan());
  const words = await screen.findByText('Long ago.');
  expect(day().getAttribute('aria-describedby')).toContain(words.id);
  expect(plan()).toHaveProperty('disabled', false);
  await user.click(tomorrow());
  await waitFor(() => expect(screen.queryByText('Long ago.')).toBeNull());
});

test('What the checklist requires is shown there, and any other refusal in the footer', async () => {
  const { held } = desk({ caption: 'Low tide', localTime: '2031-06-02T18:30', timeZone: 'Europe/Berlin' });
  held.lines = [
    {
      level: 'required',
      code: 'nothing',
      text: 'It shows nothing.',
      change: 'Add a picture.',
      assetId: null,
    },
  ];
  server.once('post', '/api/posts/schedule', () => refusal(422, 'post-not-ready', 'Not ready.'));
  const { user } = await open({ postId: found(held.post).id });
  await screen.findByText('It shows nothing.');
  await user.click(plan());
  await waitFor(() => expect(document.activeElement).toBe(checks()));
  within(checks()).getByRole('alert');

  server.once('post', '/api/posts/schedule', () => refusal(422, 'plan-limit', 'No more this month.'));
  await user.click(plan());
  await waitFor(() => expect(footer().getByRole('alert').textContent).toBe('No more this month.'));
});

test('Where another member wrote another caption meanwhile, nothing is overwritten before somebody chooses', async () => {
  const { held, next } = desk({ caption: 'Low tide' });
  const { user } = await open({ postId: found(held.post).id });
  next({ caption: 'Spring tide', changedBy: { id: profile.id, name: 'Anna' } });
  await user.type(caption(), ' at six');
  const alert = within(await screen.findByRole('alert'));
  alert.getByText('Spring tide');
  alert.getByText('Low tide at six');
  expect(held.post?.caption).toBe('Spring tide');

  const [mine] = alert.getAllByRole('button');
  await user.click(found(mine ?? null));
  await waitFor(() => expect(held.post?.caption).toBe('Low tide at six'));
  expect(writes().at(-1)?.[1]).toEqual({ version: 2, caption: 'Low tide at six' });
});

test('What others change elsewhere in the post comes in beside what is being written', async () => {
  const { held, next } = desk({ caption: 'Low tide' });
  const { user, client } = await open({ postId: found(held.post).id });
  const { opened, open: letGo } = gate();
  await user.type(caption(), ' at six');
  server.once('patch', '/api/posts/{postId}', async () => {
    await opened;
    return refusal(409, 'post-changed', 'Anna changed it.', { post: held.post });
  });
  await waitFor(() => expect(writes()).toHaveLength(1));
  next({ localTime: '2031-06-02T18:30', timeZone: 'Europe/Berlin' });
  letGo();
  await waitFor(() => expect(held.post).toMatchObject({ caption: 'Low tide at six', version: 3 }));
  expect([caption().value, chosenDay()]).toEqual(['Low tide at six', '2031-06-02']);

  // An event reports the change while nothing is unsaved.
  next({ caption: 'Spring tide' });
  await refresh(client, [
    aChange({ kind: 'post', ids: [found(held.post).id], fields: ['caption'], version: 4 }),
  ]);
  await waitFor(() => expect(caption().value).toBe('Spring tide'));
});
