import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { SignedInBrowser } from '@/api/types';
import { renderApp } from '@/testing/renderApp';
import { fakeServer, refusal } from '@/testing/server';
import { sight } from '@/testing/sight';
import { serve } from '@/testing/team';
import { anAsset, anId, aPost, aProfile, summaryOf } from '@/testing/things';

const server = fakeServer();

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

/** The notice that what is shown may be out of date. */
const banner = () => screen.queryByText(/Changes will sync/);
/** The alerts saying that a part of the page could not be loaded. */
const refusals = () => screen.queryAllByRole('alert').filter((alert) => alert !== banner());
/** Long enough for every automatic retry. */
const aWhile = () => vi.advanceTimersByTimeAsync(15_000);

/** Opens a list of posts that has two pages. */
async function openPosts() {
  const profile = aProfile();
  serve(server, { profiles: [profile] });
  server.on('get', '/api/posts', ({ query }) => ({
    status: 200,
    body: query.has('cursor')
      ? { items: [summaryOf(aPost(profile, { caption: 'Spring tide' }))], nextCursor: null }
      : { items: [summaryOf(aPost(profile, { caption: 'Low tide' }))], nextCursor: 'two' },
  }));
  const drawn = renderApp('/posts');
  await screen.findByText('Low tide');
  await waitFor(() => expect(server.streams.listening).toHaveLength(1));
  return drawn;
}

test('A later page that is refused leaves what had come, says why, and comes when it is asked for again', async () => {
  const { user } = await openPosts();
  server.once('get', '/api/posts', () => refusal(400, 'cursor', 'This page is too old.'));
  sight.toEnd();
  const alert = within(await screen.findByRole('alert'));
  alert.getByText('This page is too old.');
  screen.getByText('Low tide');
  server.forget();
  await aWhile();
  expect(server.asked()).toEqual([]);
  await user.click(alert.getByRole('button'));
  await screen.findByText('Spring tide');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('A later page that could not be had while the database was away comes by itself when it is back', async () => {
  await openPosts();
  server.database(false);
  sight.toEnd();
  await waitFor(() => expect(banner()).not.toBeNull());
  await aWhile();
  await waitFor(() => expect(refusals()).toHaveLength(1));
  screen.getByText('Low tide');
  server.database(true);
  await aWhile();
  await screen.findByText('Spring tide');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(banner()).toBeNull();
});

test('A later page that could not be had without a connection comes by itself when there is one', async () => {
  await openPosts();
  server.reachable(false);
  sight.toEnd();
  await aWhile();
  await waitFor(() => expect(refusals()).toHaveLength(1));
  expect(banner()).not.toBeNull();
  screen.getByText('Low tide');
  server.reachable(true);
  await aWhile();
  await screen.findByText('Spring tide');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(banner()).toBeNull();
});

/** Opens a library grid of which only the top loads: `meanwhile` cuts the connection before the grid is scrolled to its end. */
async function openGrid(meanwhile: () => void) {
  serve(server, { assets: Array.from({ length: 900 }, (_, index) => anAsset({ name: `${index}.jpg` })) });
  renderApp('/library');
  const tile = (name: string) => document.querySelector(`[data-asset][aria-label^="${name},"]`);
  await waitFor(() => expect(tile('0.jpg')).not.toBeNull());
  await waitFor(() => expect(server.streams.listening).toHaveLength(1));
  meanwhile();
  const grid = document.querySelector<HTMLElement>('[data-grid]') as HTMLElement;
  grid.scrollTop = 1_000_000;
  fireEvent.scroll(grid);
  await aWhile();
  expect(tile('899.jpg')).toBeNull();
  return { last: () => tile('899.jpg') };
}

test('Tiles that could not be had while the database was away come by themselves when it is back', async () => {
  const { last } = await openGrid(() => server.database(false));
  server.database(true);
  await aWhile();
  await waitFor(() => expect(last()).not.toBeNull());
});

test('Tiles that could not be had without a connection come by themselves when there is one', async () => {
  const { last } = await openGrid(() => server.reachable(false));
  server.reachable(true);
  await aWhile();
  await waitFor(() => expect(last()).not.toBeNull());
});

test('So does what no event of the server touches, such as the list of one’s sessions', async () => {
  serve(server);
  const firefox: SignedInBrowser = {
    id: anId(),
    device: 'Firefox in Lisbon',
    address: '192.0.2.1',
    origin: 'password',
    createdAt: '2026-11-25T08:00:00Z',
    lastSeenAt: '2026-11-25T08:00:00Z',
    isCurrent: true,
  };
  server.on('get', '/api/sessions', () => ({ status: 200, body: { items: [firefox], nextCursor: null } }));
  server.on('get', '/api/tokens', () => ({ status: 200, body: { items: [], nextCursor: null } }));
  const { router } = renderApp('/posts');
  await waitFor(() => expect(server.streams.listening).toHaveLength(1));
  server.reachable(false);
  await router.navigate({ to: '/settings' });
  await aWhile();
  await waitFor(() => expect(screen.getAllByRole('alert').length).toBeGreaterThan(0));
  server.reachable(true);
  await aWhile();
  await screen.findByText(/Firefox in Lisbon/);
  expect(screen.queryAllByRole('alert')).toEqual([]);
});
