import { useQuery } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Asset } from '@/api/types';
import { assetQuery } from '@/core/assets/queries';
import { renderPart } from '@/testing/render';
import { fakeServer, gate, refusal } from '@/testing/server';
import { anAsset, detailed } from '@/testing/things';
import { SheetName } from './SheetName';
import { SheetText } from './SheetText';

const server = fakeServer();
const save = '{Control>}{Enter}{/Control}';

/** Shows the note of an asset on a server where others change it too. */
function openNote(note: string | null) {
  const held = { asset: detailed(anAsset({ name: 'beach.jpg', note })) };
  server.on('get', '/api/assets/{assetId}', () => ({ status: 200, body: held.asset }));
  server.on('patch', '/api/assets/{assetId}', ({ body }) => {
    const { expected, ...texts } = body;
    if ('note' in texts && (expected?.note ?? '') !== (held.asset.note ?? ''))
      return refusal(409, 'edited-meanwhile', 'Anna changed it.', { note: held.asset.note });
    held.asset = { ...held.asset, ...(texts as Partial<Asset>) };
    return { status: 200, body: held.asset };
  });
  const opened = renderPart(<Note id={held.asset.id} />);
  return { ...opened, held, area: () => screen.findByRole<HTMLTextAreaElement>('textbox') };
}

function Note({ id }: { id: string }) {
  const { data } = useQuery(assetQuery(id));
  if (!data) return null;
  return (
    <SheetText
      asset={data}
      field="note"
      label="note"
      placeholder=""
      none="no note"
      maxLength={10_000}
      editable
    />
  );
}

const edits = () => server.log.filter(({ name }) => name.startsWith('PATCH')).map(({ body }) => body);
/** The alert that shows both texts until somebody chooses. */
const conflict = async () => within(await screen.findByRole('alert'));

test('A text is saved on top of the text that its author saw', async () => {
  const { area, user, held } = openNote('Low tide');
  await user.type(await area(), ' at six');
  expect(server.asked('PATCH')).toEqual([]);
  await user.keyboard(save);
  await waitFor(() => expect(held.asset.note).toBe('Low tide at six'));
  expect(edits()).toEqual([{ note: 'Low tide at six', expected: { note: 'Low tide' } }]);
  await waitFor(() => expect(screen.queryAllByRole('button')).toEqual([]));
});

test('Who asks twice to save sends one request, and loses nothing of what was typed meanwhile', async () => {
  const { area, user, held } = openNote(null);
  const { opened, open } = gate();
  server.once('patch', '/api/assets/{assetId}', async ({ body }) => {
    await opened;
    held.asset = { ...held.asset, note: body.note ?? null };
    return { status: 200, body: held.asset };
  });
  await user.type(await area(), 'Low');
  await user.keyboard(save);
  await user.keyboard(save);
  await user.type(await area(), ' tide');
  open();
  await waitFor(() => expect(held.asset.note).toBe('Low'));
  await waitFor(async () => expect((await area()).value).toBe('Low tide'));
  await waitFor(() => expect(screen.getAllByRole<HTMLButtonElement>('button')[0]?.disabled).toBe(false));
  expect(edits()).toEqual([{ note: 'Low', expected: { note: '' } }]);

  await user.click(await area());
  await user.keyboard(save);
  await waitFor(() => expect(held.asset.note).toBe('Low tide'));
  expect(edits()).toHaveLength(2);
});

test('Where another member changed it meanwhile both texts are shown, and what was typed overwrites nothing unseen', async () => {
  const { area, user, held } = openNote('Low tide');
  await user.type(await area(), ' at six');
  held.asset = { ...held.asset, note: 'Spring tide' };
  await user.keyboard(save);

  const both = await conflict();
  both.getByText('Anna changed it.');
  both.getByText('Spring tide');
  both.getByText('Low tide at six');
  expect(held.asset.note).toBe('Spring tide');
  expect((await area()).value).toBe('Low tide at six');

  const [mine] = both.getAllByRole('button');
  await user.click(mine as HTMLElement);
  await waitFor(() => expect(held.asset.note).toBe('Low tide at six'));
  expect(edits().at(-1)).toEqual({ note: 'Low tide at six', expected: { note: 'Spring tide' } });
});

test('Who keeps the text of the other one sees it, and nothing is sent', async () => {
  const { area, user, held } = openNote('Low tide');
  await user.type(await area(), ' at six');
  held.asset = { ...held.asset, note: 'Spring tide' };
  await user.keyboard(save);
  const [, theirs] = (await conflict()).getAllByRole('button');
  await user.click(theirs as HTMLElement);
  await waitFor(async () => expect((await area()).value).toBe('Spring tide'));
  expect(edits()).toHaveLength(1);
});

test('A refusal stands under its text with the words of the server, and the text stays', async () => {
  const { area, user } = openNote(null);
  server.once('patch', '/api/assets/{assetId}', () =>
    refusal(422, 'too-long', 'A note may have 10,000 characters.'),
  );
  await user.type(await area(), 'Low tide');
  await user.keyboard(save);
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toBe('A note may have 10,000 characters.'),
  );
  expect((await area()).value).toBe('Low tide');
  await user.keyboard(save);
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('What is not saved yet is there again when the sheet is opened anew, and can be discarded', async () => {
  const { area, user, redraw, held } = openNote('Low tide');
  await user.type(await area(), ' at six');
  redraw(null);
  expect(screen.queryByRole('textbox')).toBeNull();
  redraw(<Note id={held.asset.id} />);
  expect((await area()).value).toBe('Low tide at six');
  const [, discard] = screen.getAllByRole('button');
  await user.click(discard as HTMLElement);
  expect((await area()).value).toBe('Low tide');
  redraw(null);
  redraw(<Note id={held.asset.id} />);
  expect((await area()).value).toBe('Low tide');
  expect(server.asked('PATCH')).toEqual([]);
});

test('While the database is away a text waits, and is saved by itself when it is back', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { area, user, held } = openNote(null);
  await user.type(await area(), 'Low tide');
  server.database(false);
  await user.keyboard(save);
  await waitFor(() => expect(edits()).toHaveLength(1));
  await vi.advanceTimersByTimeAsync(3000);
  await waitFor(() => expect(edits()).toHaveLength(2));
  expect(screen.queryByRole('alert')).toBeNull();
  server.database(true);
  await vi.advanceTimersByTimeAsync(3000);
  await waitFor(() => expect(held.asset.note).toBe('Low tide'));
});

test('A name is saved by Enter and put back by Escape, and none at all is no name', async () => {
  const { held } = openNote(null);
  const { user } = renderPart(<Name id={held.asset.id} />);
  const rename = async (keys: string) => {
    await user.click(await screen.findByRole('button', { name: /^beach|^dunes/ }));
    await user.keyboard(keys);
  };
  await rename('dunes{Escape}');
  await screen.findByRole('button', { name: /^beach\.jpg/ });
  await rename('{Control>}a{/Control}{Backspace}{Enter}');
  await screen.findByRole('button', { name: /^beach\.jpg/ });
  expect(server.asked('PATCH')).toEqual([]);

  await rename('dunes{Enter}');
  await screen.findByRole('button', { name: /^dunes\.jpg/ });
  expect(edits()).toEqual([{ name: 'dunes.jpg', expected: { name: 'beach.jpg' } }]);
});

function Name({ id }: { id: string }) {
  const { data } = useQuery(assetQuery(id));
  return data ? <SheetName asset={data} editable /> : null;
}
