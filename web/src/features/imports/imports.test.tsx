import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Import } from '@/api/types';
import { refresh } from '@/core/live/touched';
import { renderPart } from '@/testing/render';
import { fakeServer, gate } from '@/testing/server';
import { aChange, anImport, group } from '@/testing/things';
import { ImportBar } from './ImportBar';

const server = fakeServer();

/** Opens the bar of a member with these imports; the server fetches them, and reports changes. */
async function openBar(...imports: Import[]) {
  const held = { imports };
  const counted = () =>
    held.imports.filter(({ status }) => status === 'waiting' || status === 'running').length;
  server.on('get', '/api/imports', () => ({ status: 200, body: { items: held.imports, open: counted() } }));
  server.on('delete', '/api/imports/{importId}', ({ path }) => {
    held.imports = held.imports.filter(({ id }) => id !== path.importId);
    return { status: 204 };
  });
  const onOpenAsset = vi.fn();
  const drawn = renderPart(<ImportBar group={group} onOpenAsset={onOpenAsset} />);
  await waitFor(() => expect(server.asked()).toEqual(['GET /api/imports']));
  /** The server has made progress with one of them. */
  const becomes = async (one: Import, part: Partial<Import>) => {
    held.imports = held.imports.map((each) => (each.id === one.id ? { ...each, ...part } : each));
    await refresh(drawn.client, [aChange({ kind: 'import', ids: [one.id] })]);
  };
  return { ...drawn, held, becomes, onOpenAsset };
}

const progress = () => screen.getByRole('progressbar').getAttribute('aria-valuenow');
const lines = async () =>
  within(await waitFor(() => found(document.querySelector<HTMLElement>('section section'))));

function found<Thing>(thing: Thing | null): Thing {
  if (thing === null) throw new Error('It is not there.');
  return thing;
}

test('The bar follows what the server fetches, and goes two seconds after the last has ended', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const beach = anImport({ name: 'beach.jpg', status: 'running', totalBytes: 1000 });
  const dunes = anImport({ name: 'dunes.jpg', totalBytes: 3000 });
  const { becomes } = await openBar(beach, dunes);
  await waitFor(() => expect(progress()).toBe('0'));
  await becomes(beach, { receivedBytes: 1000 });
  await waitFor(() => expect(progress()).toBe('25'));
  await becomes(beach, { status: 'done' });
  await becomes(dunes, { status: 'done', receivedBytes: 3000 });
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(screen.queryByRole('region', { name: 'Imports' })).not.toBeNull();
  await vi.advanceTimersByTimeAsync(2100);
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Imports' })).toBeNull());
});

test('What was done before this visit is no part of the bar', async () => {
  await openBar(anImport({ name: 'old.jpg', status: 'done' }));
  expect(screen.queryByRole('region', { name: 'Imports' })).toBeNull();
});

test('One that failed says why in the words of the server, and Retry sends it on its way at once', async () => {
  const failure = {
    code: 'not-found',
    reason: 'There is nothing at this address.',
    retryable: true,
    members: {},
  };
  const beach = anImport({ name: 'beach.jpg', status: 'failed', failure });
  const { user, held } = await openBar(beach);
  const { opened, open } = gate();
  server.on('post', '/api/imports/{importId}/retry', async ({ path }) => {
    await opened;
    held.imports = [{ ...beach, id: path.importId, status: 'running', failure: null }];
    return { status: 200, body: held.imports[0] as Import };
  });
  const list = await lines();
  list.getByText('There is nothing at this address.');
  const [retry] = list.getAllByRole('button');
  await user.click(retry as HTMLElement);
  await screen.findByRole('progressbar');
  expect(screen.queryByText('There is nothing at this address.')).toBeNull();
  open();
  await waitFor(() =>
    expect(server.asked()).toEqual([
      'GET /api/imports',
      'POST /api/imports/{importId}/retry',
      'GET /api/imports',
    ]),
  );
});

test('One that cannot be had at all offers no retry, and goes when it is dismissed', async () => {
  const failure = { code: 'too-large', reason: 'It is too large.', retryable: false, members: {} };
  const { user, held } = await openBar(anImport({ name: 'beach.jpg', status: 'failed', failure }));
  const list = await lines();
  const [dismiss, ...others] = list.getAllByRole('button');
  expect(others).toEqual([]);
  expect(dismiss?.getAttribute('aria-label')).toContain('beach.jpg');
  await user.click(dismiss as HTMLElement);
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Imports' })).toBeNull());
  await waitFor(() => expect(held.imports).toEqual([]));
});

test('A copy of what the library has can be opened, or removed again with its line', async () => {
  const beach = anImport({ name: 'beach.jpg', status: 'done', duplicateOf: anImport({ name: 'x' }).id });
  const { user, onOpenAsset, held } = await openBar(beach);
  server.on('delete', '/api/assets/{assetId}', () => ({ status: 204 }));
  const list = await lines();
  const [openIt, , remove] = list.getAllByRole('button');
  await user.click(openIt as HTMLElement);
  expect(onOpenAsset).toHaveBeenCalledExactlyOnceWith(beach.duplicateOf);
  await user.click(remove as HTMLElement);
  await waitFor(() => expect(held.imports).toEqual([]));
  expect(server.asked('DELETE')).toEqual(['DELETE /api/assets/{assetId}', 'DELETE /api/imports/{importId}']);
});
