import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderApp } from '@/testing/renderApp';
import { fakeServer, gate, refusal } from '@/testing/server';
import { serve, type Team } from '@/testing/team';
import { aChange, anAsset, anId, aPost, aProfile, assetsNamed } from '@/testing/things';

const server = fakeServer();
const profile = aProfile();

const tiles = () =>
  [...document.querySelectorAll('[data-asset]')].map((one) => one.getAttribute('aria-label')?.split(',')[0]);
/** The notice that what is shown may be out of date. */
const banner = () => screen.queryByText(/Changes will sync/);

/** Opens the app and waits until `isThere` passes and the event stream is connected. */
async function open(address: string, part: Partial<Team>, isThere: () => void): Promise<Team> {
  const team = serve(server, { profiles: [profile], ...part });
  renderApp(address);
  await waitFor(isThere);
  await waitFor(() => expect(server.streams.listening).toHaveLength(1));
  server.forget();
  return team;
}

const openLibrary = (...names: string[]) =>
  open('/library', { assets: assetsNamed(...names) }, () => {
    expect(tiles()).toHaveLength(names.length);
    expect(server.asked()).toContain('GET /api/imports');
  });

/** All requests so far, sorted. Sends an import event and waits for its request, so every earlier event has been handled too. */
async function askedUpTo(): Promise<string[]> {
  server.streams.say(aChange({ kind: 'import' }));
  await waitFor(() => expect(server.asked()).toContain('GET /api/imports'));
  return server.asked().sort();
}

test('A caption that is saved in another tab asks for nothing of the library', async () => {
  await openLibrary('beach.jpg');
  const post = anId();
  for (const version of [5, 6, 7])
    server.streams.say(aChange({ kind: 'post', ids: [post], fields: ['caption'], version }));
  expect(await askedUpTo()).toEqual(['GET /api/imports']);
});

test('Where posts are listed it asks for the list, and only if the list has not got that version', async () => {
  const post = aPost(profile, { caption: 'Low tide', version: 4 });
  const team = await open('/posts', { posts: [post] }, () => screen.getByText('Low tide'));
  const saved = (version: number) =>
    server.streams.say(aChange({ kind: 'post', ids: [post.id], fields: ['caption'], version }));
  vi.useFakeTimers({ shouldAdvanceTime: true });
  saved(3);
  saved(4);
  team.posts = [{ ...post, caption: 'Spring tide', version: 5 }];
  // Events are gathered for less than this.
  await vi.advanceTimersByTimeAsync(1000);
  expect(server.asked()).toEqual([]);
  saved(5);
  await screen.findByText('Spring tide');
  expect(server.asked()).toEqual(['GET /api/posts']);
});

test('What others add stands in the grid, for two requests, however many there are', async () => {
  const team = await openLibrary('beach.jpg');
  const added = Array.from({ length: 9 }, (_, index) => anAsset({ name: `${index}.jpg` }));
  team.assets = [...added, ...team.assets];
  vi.useFakeTimers();
  for (const { id } of added) {
    server.streams.say(aChange({ kind: 'asset', action: 'created', ids: [id] }));
    await vi.advanceTimersByTimeAsync(30);
  }
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  await waitFor(() => expect(tiles()).toContain('8.jpg'));
  expect(server.asked().sort()).toEqual(['GET /api/assets', 'GET /api/assets/summary']);
});

test('What happens in another group is no matter to this one', async () => {
  await openLibrary('beach.jpg');
  server.streams.say(aChange({ kind: 'asset', action: 'created', ids: [anId()], group: anId() }));
  expect(await askedUpTo()).toEqual(['GET /api/imports']);
});

test('What somebody deletes leaves the grid before the server has counted anew, which it does once', async () => {
  const assets = Array.from({ length: 60 }, (_, index) => anAsset({ name: `${index}.jpg` }));
  const team = await open('/library', { assets }, () => {
    expect(tiles()).toContain('0.jpg');
    expect(server.asked()).toContain('GET /api/imports');
  });
  const { opened, open: letGo } = gate();
  server.once('get', '/api/assets/summary', async () => {
    await opened;
    const counts = { total: 59, images: 59, videos: 0 };
    return { status: 200, body: { ...counts, byMonth: [{ month: '2026-11', count: 59 }] } };
  });
  team.assets = assets.slice(1);
  server.streams.say(aChange({ kind: 'asset', action: 'deleted', ids: [assets[0]?.id ?? ''] }));
  await waitFor(() => expect(tiles()[0]).toBe('1.jpg'));
  letGo();
  await askedUpTo();
  expect(server.asked('GET /api/assets/summary')).toHaveLength(1);
});

test('The open sheet follows what others change of its asset, and asks for nothing of another one', async () => {
  const [beach, dunes] = assetsNamed('beach.jpg', 'dunes.jpg');
  if (!beach || !dunes) throw new Error();
  const team = await open(`/library?asset=${beach.id}`, { assets: [beach, dunes] }, () => {
    expect(server.asked()).toContain('GET /api/assets/{assetId}');
    expect(server.asked()).toContain('GET /api/imports');
    expect(screen.queryAllByRole('dialog')).toHaveLength(1);
  });
  server.streams.say(aChange({ kind: 'asset', ids: [dunes.id], fields: ['note'] }));
  expect(await askedUpTo()).not.toContain('GET /api/assets/{assetId}');

  server.forget();
  team.assets = [{ ...beach, note: 'Low tide' }, dunes];
  server.streams.say(aChange({ kind: 'asset', ids: [beach.id], fields: ['note'] }));
  await waitFor(() => screen.getByDisplayValue('Low tide'));
  expect(server.asked()).toContain('GET /api/assets/{assetId}');
});

test('After an interruption it is said that things may be out of date, and they come by themselves', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const team = await openLibrary('beach.jpg');
  server.reachable(false);
  await vi.advanceTimersByTimeAsync(4000);
  await waitFor(() => expect(banner()).not.toBeNull());
  team.assets = [...assetsNamed('dunes.jpg'), ...team.assets];
  expect(server.asked()).toEqual([]);

  server.reachable(true);
  await vi.advanceTimersByTimeAsync(4000);
  await waitFor(() => expect(tiles()).toEqual(['dunes.jpg', 'beach.jpg']));
  await waitFor(() => expect(banner()).toBeNull());
  expect(server.asked().sort()).toEqual(['GET /api/assets', 'GET /api/assets/summary', 'GET /api/imports']);
  expect(server.streams.listening).toHaveLength(1);
});

test('A session that was ended elsewhere leads to the sign-in page, and back to where one was', async () => {
  await openLibrary('beach.jpg');
  const ended = refusal(401, 'signed-out', 'You are signed out.');
  server.on('get', '/api/events', () => ended);
  server.on('get', '/api/session', () => ended);
  server.on('get', '/api/setup', () => ({ status: 200, body: { required: false, codeRequired: false } }));
  server.streams.drop();
  await waitFor(() => expect(window.location.pathname).toBe('/sign-in'));
  expect(new URLSearchParams(window.location.search).get('next')).toBe('/library');
  await waitFor(() => expect(tiles()).toEqual([]));
});
