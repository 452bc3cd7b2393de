import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Session } from '@/api/types';
import { renderPart } from '@/testing/render';
import { fakeServer, gate, refusal } from '@/testing/server';
import { anAsset, aSession, detailed, group, me } from '@/testing/things';
import { aFile, begun, nameIn, standing, takeUploads } from '@/testing/tus';
import { fromInput } from './files';
import { UploadBar } from './UploadBar';
import { Uploads } from './Uploads';

const server = fakeServer();
const megabyte = 1024 * 1024;
const session = aSession();
const onLine = vi.spyOn(navigator, 'onLine', 'get');
const opened: Uploads[] = [];

afterEach(() => {
  for (const uploads of opened.splice(0)) uploads.close();
  onLine.mockReset().mockReturnValue(true);
});

/** The upload bar of a visit. */
function visit({
  isOwn = () => true,
  usage = session.usage,
}: Partial<{ isOwn: () => boolean; usage: Session['usage'] }> = {}) {
  const uploads = new Uploads({
    member: me.id,
    group,
    isOwn,
    limits: session.limits,
    hasStorageLimit: usage.storageLimitBytes !== null,
    usage: async () => usage,
  });
  opened.push(uploads);
  const onOpenAsset = vi.fn();
  const drawn = renderPart(
    <UploadBar uploads={uploads} group={group} onOpenAsset={onOpenAsset} onChooseFiles={() => undefined} />,
    { session },
  );
  const add = (...files: File[]) => uploads.add(fromInput(files));
  const states = () => Object.fromEntries(uploads.snapshot().items.map(({ name, state }) => [name, state]));
  return { ...drawn, uploads, add, states, onOpenAsset };
}

type Visit = ReturnType<typeof visit>;

/** Opens the list of files, unless it is open already. */
async function showFiles({ user }: Visit): Promise<void> {
  const toggle = await screen.findByRole('button', { expanded: false });
  await user.click(toggle);
}

/** The list, which opens by itself when somebody has to decide. */
async function lines() {
  return within(await waitFor(() => found(document.querySelector<HTMLElement>('section section'))));
}

function found<Thing>(thing: Thing | null): Thing {
  if (thing === null) throw new Error('It is not there.');
  return thing;
}

const announced = () =>
  server.log.filter(({ name }) => name === 'POST /api/uploads').map(({ headers }) => nameIn(headers));

test('Files go three at a time, in their order, each with the request that announces it', async () => {
  const uploads = takeUploads(server);
  const { opened: may, open } = gate();
  for (let file = 0; file < 3; file++)
    server.once('post', '/api/uploads', async ({ headers, bytes }) => {
      await may;
      const upload = begun(headers, bytes);
      uploads.push(upload);
      return { status: 201, headers: { ...standing(upload), Location: `/api/uploads/${upload.id}` } };
    });
  const { add, states } = visit();
  await add(aFile('1.jpg'), aFile('2.jpg'), aFile('3.jpg'), aFile('4.jpg'), aFile('5.jpg'));
  await waitFor(() => expect(announced()).toEqual(['1.jpg', '2.jpg', '3.jpg']));
  await waitFor(() => expect(states()).toMatchObject({ '3.jpg': 'sending', '4.jpg': 'queued' }));
  open();
  await waitFor(() => expect(Object.values(states())).toEqual(Array(5).fill('done')));
  expect(announced()).toEqual(['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg']);
  expect(uploads.every(({ offset, length }) => offset === length)).toBe(true);
  expect(server.asked('PATCH')).toEqual([]);
});

test('What is done leaves the bar by itself, and the bar goes with the last of it', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  takeUploads(server);
  const { add, states } = visit();
  await add(aFile('beach.jpg'));
  await waitFor(() => expect(states()).toEqual({ 'beach.jpg': 'done' }));
  expect(screen.queryByRole('region', { name: 'Uploads' })).not.toBeNull();
  await vi.advanceTimersByTimeAsync(2500);
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Uploads' })).toBeNull());
});

test('A large file is announced first, and the bar says how much of it is there', async () => {
  const uploads = takeUploads(server);
  const { opened: may, open } = gate();
  server.once('patch', '/api/uploads/{uploadId}', async ({ bytes }) => {
    await may;
    const [upload] = uploads;
    if (upload) upload.offset += bytes;
    return { status: 204, headers: upload && standing(upload) };
  });
  const { add, states } = visit();
  await add(aFile('dunes.jpg', 4 * megabyte));
  const bar = await screen.findByRole('progressbar');
  await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('50'));
  expect(server.asked()).toEqual(['POST /api/uploads', 'PATCH /api/uploads/{uploadId}']);
  open();
  await waitFor(() => expect(states()).toEqual({ 'dunes.jpg': 'done' }));
  expect(uploads).toMatchObject([{ name: 'dunes.jpg', offset: 4 * megabyte }]);
});

test('A refusal stands at its file with the words of the server, and the others go on', async () => {
  takeUploads(server);
  server.once('post', '/api/uploads', () => refusal(415, 'format', '*song.jpg* is a sound.'));
  const { add, states } = visit();
  await add(aFile('song.jpg'), aFile('beach.jpg'));
  await waitFor(() => expect(states()).toEqual({ 'song.jpg': 'failed', 'beach.jpg': 'done' }));
  const list = await lines();
  list.getByText('song.jpg', { selector: 'em' });
  list.getByText((_, element) => element?.textContent === 'song.jpg is a sound.');
  expect(announced()).toEqual(['song.jpg', 'beach.jpg']);
});

test('What cannot be taken is refused before a byte of it is sent', async () => {
  const { add, states, uploads } = visit({ usage: { storageBytes: 90_000, storageLimitBytes: 100_000 } });
  takeUploads(server);
  await add(aFile('letter.pdf'), aFile('big.jpg', 20_000_001), aFile('full.jpg', 10_001));
  await waitFor(() =>
    expect(states()).toEqual({ 'letter.pdf': 'failed', 'big.jpg': 'failed', 'full.jpg': 'failed' }),
  );
  expect(server.log).toEqual([]);
  // There may be room for one of them later; the others are refused for good.
  expect(uploads.snapshot().items.map(({ retryable }) => retryable)).toEqual([false, false, true]);
});

test('Retry sends again a file that failed for a reason which may pass', async () => {
  takeUploads(server);
  server.once('post', '/api/uploads', () => refusal(422, 'storage-full', 'The storage is full.'));
  const bar = visit();
  await bar.add(aFile('beach.jpg'));
  await waitFor(() => expect(bar.states()).toEqual({ 'beach.jpg': 'failed' }));
  const list = await lines();
  list.getByText('The storage is full.');
  const [retry] = list.getAllByRole('button');
  await bar.user.click(retry as HTMLElement);
  await waitFor(() => expect(bar.states()).toEqual({ 'beach.jpg': 'done' }));
  expect(announced()).toEqual(['beach.jpg', 'beach.jpg']);
});

test('Cancelled while it is sent, a file leaves nothing on the server', async () => {
  const uploads = takeUploads(server);
  const { opened: may, open } = gate();
  server.once('patch', '/api/uploads/{uploadId}', async () => {
    await may;
    return refusal(404, 'not-found', 'It is not there.');
  });
  const bar = visit();
  await bar.add(aFile('dunes.jpg', 4 * megabyte));
  await showFiles(bar);
  await waitFor(() => expect(server.asked('PATCH')).toHaveLength(1));
  await bar.user.click(screen.getByRole('button', { name: /dunes\.jpg/ }));
  await waitFor(() => expect(uploads).toEqual([]));
  open();
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Uploads' })).toBeNull());
  expect(server.asked('DELETE')).toEqual(['DELETE /api/uploads/{uploadId}']);
});

test('Over a lost connection a file waits, and goes on from where it was when the server is back', async () => {
  const uploads = takeUploads(server);
  const bar = visit();
  server.once('patch', '/api/uploads/{uploadId}', ({ bytes }) => {
    const [upload] = uploads;
    // Half of it arrives, but the page never hears that it did.
    if (upload) upload.offset += bytes / 2;
    onLine.mockReturnValue(false);
    server.reachable(false);
    return { status: 204 };
  });
  await bar.add(aFile('dunes.jpg', 4 * megabyte), aFile('beach.jpg'), aFile('3.jpg'), aFile('4.jpg'));
  await waitFor(() => expect(bar.states()['dunes.jpg']).toBe('waiting'));
  expect(bar.uploads.snapshot().offline).toBe(true);
  expect(screen.getByRole('progressbar').dataset.waiting).toBe('true');

  server.forget();
  onLine.mockReturnValue(true);
  server.reachable(true);
  window.dispatchEvent(new Event('online'));
  await waitFor(() => expect(Object.values(bar.states())).toEqual(Array(4).fill('done')));
  expect(server.asked()[0]).toBe('HEAD /api/uploads/{uploadId}');
  expect(server.log.find(({ name }) => name.startsWith('PATCH'))?.headers.get('Upload-Offset')).toBe(
    String(2 * megabyte),
  );
  expect(uploads.find(({ name }) => name === 'dunes.jpg')?.offset).toBe(4 * megabyte);
});

test('A server that does not answer is asked until it does, and the file is sent then', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  takeUploads(server);
  const { add, states } = visit();
  server.reachable(false);
  await add(aFile('beach.jpg'));
  // The page retries for a while before it reports anything.
  for (const seconds of [1, 3, 5, 10]) await vi.advanceTimersByTimeAsync(seconds * 1000 + 100);
  await waitFor(() => expect(states()).toEqual({ 'beach.jpg': 'waiting' }));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(states()).toEqual({ 'beach.jpg': 'waiting' });
  server.reachable(true);
  await vi.advanceTimersByTimeAsync(3000);
  await waitFor(() => expect(states()).toEqual({ 'beach.jpg': 'done' }));
});

test('A file that the server holds back waits for the others of this member, and fails not', async () => {
  const uploads = takeUploads(server);
  const { opened: may, open } = gate();
  server.once('post', '/api/uploads', async ({ headers, bytes }) => {
    await may;
    const upload = begun(headers, bytes);
    uploads.push(upload);
    return { status: 201, headers: { ...standing(upload), Location: `/api/uploads/${upload.id}` } };
  });
  server.once('post', '/api/uploads', () => refusal(429, 'storage-share', 'Others first.'));
  const { add, states, uploads: mine } = visit();
  await add(aFile('1.jpg'), aFile('2.jpg'));
  await waitFor(() => expect(states()).toEqual({ '1.jpg': 'sending', '2.jpg': 'queued' }));
  expect(mine.snapshot().items.find(({ name }) => name === '2.jpg')?.heldBack).toBe(true);
  expect(announced()).toEqual(['1.jpg', '2.jpg']);
  open();
  await waitFor(() => expect(states()).toEqual({ '1.jpg': 'done', '2.jpg': 'done' }));
});

test('A file that the library had is named, and its copy can be removed again', async () => {
  const beach = anAsset({ name: 'last-summer.jpg' });
  server.on('get', '/api/assets/{assetId}', () => ({ status: 200, body: detailed(beach) }));
  const removed: string[] = [];
  server.on('delete', '/api/assets/{assetId}', ({ path }) => {
    removed.push(path.assetId);
    return { status: 204 };
  });
  server.on('post', '/api/uploads', ({ headers, bytes }) => {
    const upload = begun(headers, bytes);
    const location = { Location: `/api/uploads/${upload.id}` };
    return { status: 201, headers: { ...standing(upload, beach.id), ...location } };
  });
  const { add, user, uploads, onOpenAsset } = visit();
  await add(aFile('beach.jpg'));
  const list = await lines();
  await list.findByText('last-summer.jpg');
  const copy = uploads.snapshot().items[0]?.assetId;
  const [openIt, , remove] = list.getAllByRole('button');
  await user.click(openIt as HTMLElement);
  expect(onOpenAsset).toHaveBeenCalledExactlyOnceWith(beach.id);
  await user.click(remove as HTMLElement);
  await waitFor(() => expect(removed).toEqual([copy]));
  await waitFor(() => expect(uploads.snapshot().totals.duplicates).toBe(0));
});

test('What an earlier visit has begun is told, and goes on when the file is chosen again', async () => {
  const uploads = takeUploads(server);
  server.once('patch', '/api/uploads/{uploadId}', ({ bytes }) => {
    const [upload] = uploads;
    if (upload) upload.offset += bytes / 2;
    return new Promise(() => undefined);
  });
  const before = visit();
  await before.add(aFile('dunes.jpg', 4 * megabyte));
  await waitFor(() => expect(server.asked('PATCH')).toHaveLength(1));
  before.uploads.close();
  before.unmount();

  const { add, states } = visit();
  await waitFor(() =>
    expect(document.querySelector('[role="status"] p')?.textContent).toContain('dunes.jpg'),
  );
  server.forget();
  await add(aFile('dunes.jpg', 4 * megabyte));
  await waitFor(() => expect(states()).toEqual({ 'dunes.jpg': 'done' }));
  expect(server.asked()).toEqual(['HEAD /api/uploads/{uploadId}', 'PATCH /api/uploads/{uploadId}']);
  expect(uploads).toMatchObject([{ name: 'dunes.jpg', offset: 4 * megabyte }]);
});

test('Nothing is sent any more when another member has signed in in this browser', async () => {
  takeUploads(server);
  const { add, states } = visit({ isOwn: () => false });
  onLine.mockReturnValue(false);
  await add(aFile('beach.jpg'));
  await waitFor(() => expect(states()).toEqual({ 'beach.jpg': 'waiting' }));
  expect(server.log).toEqual([]);
});

test('Where a proxy takes no large requests, the file goes in smaller ones', async () => {
  const uploads = takeUploads(server);
  const sizes: number[] = [];
  const most = megabyte;
  server.on('patch', '/api/uploads/{uploadId}', ({ bytes }) => {
    sizes.push(bytes);
    if (bytes > most) return { status: 413, page: '<h1>413 Request Entity Too Large</h1>' };
    const [upload] = uploads;
    if (upload) upload.offset += bytes;
    return { status: 204, headers: upload && standing(upload) };
  });
  const { add, states } = visit();
  await add(aFile('dunes.jpg', 4 * megabyte));
  await waitFor(() => expect(states()).toEqual({ 'dunes.jpg': 'done' }));
  expect(sizes).toEqual([4 * megabyte, ...Array(8).fill(megabyte / 2)]);
});
