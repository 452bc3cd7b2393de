import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useCallback, useEffect, useState } from 'react';
import { expect, test } from 'vitest';
import type { Asset } from '@/api/types';
import { renderPart } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { serve } from '@/testing/team';
import { anAsset, assetsNamed, group } from '@/testing/things';
import { forgetDeleted } from './forgetDeleted';
import { LibraryPage } from './LibraryPage';
import type { LibrarySearch } from './search/filters';

const server = fakeServer();

/** The address of the open library, and how to change it. */
interface Address {
  search: LibrarySearch;
  go: (change: Partial<LibrarySearch>) => void;
}

function Page({ address }: { address: Address }) {
  const [search, setSearch] = useState<LibrarySearch>({});
  const go = useCallback((change: Partial<LibrarySearch>) => setSearch((now) => ({ ...now, ...change })), []);
  useEffect(() => void Object.assign(address, { search, go }));
  return (
    <LibraryPage
      search={search}
      onSearch={go}
      uploads={() => null}
      more={null}
      onUpload={() => undefined}
      onUploadFolder={() => undefined}
      onImport={() => undefined}
      clouds={null}
    />
  );
}

async function openLibrary(assets: Asset[]) {
  serve(server, { assets });
  const address: Address = { search: {}, go: () => undefined };
  const drawn = renderPart(<Page address={address} />);
  await waitFor(() => tile(assets[0]?.name ?? ''));
  return { ...drawn, address };
}

const tiles = () => [...document.querySelectorAll<HTMLElement>('[data-asset]')];

function tile(name: string): HTMLElement {
  const found = tiles().find((one) => one.getAttribute('aria-label')?.startsWith(`${name},`));
  if (!found) throw new Error(`${name} is not drawn.`);
  return found;
}

/** The names of the tiles that are shown as selected. */
const selected = () =>
  tiles()
    .filter((one) => one.getAttribute('aria-pressed') === 'true')
    .map((one) => one.getAttribute('aria-label')?.split(',')[0]);

/** How many assets are selected in all, according to the bar; null if there is no bar. */
function count(): number | null {
  const bar = screen.queryByRole('toolbar');
  return bar && Number.parseInt(within(bar).getByRole('status').textContent.replaceAll(',', ''), 10);
}

const many = (number: number) =>
  Array.from({ length: number }, (_, index) => anAsset({ name: `${String(index).padStart(4, '0')}.jpg` }));

async function scrollToEnd(name: string): Promise<void> {
  const grid = document.querySelector<HTMLElement>('[data-grid]');
  if (!grid) throw new Error('There is no grid.');
  grid.scrollTop = 1_000_000;
  fireEvent.scroll(grid);
  await waitFor(() => tile(name));
}

test('A click opens an asset; with Ctrl it selects, and from then on a click selects as well', async () => {
  const { user, address } = await openLibrary(assetsNamed('a.jpg', 'b.jpg', 'c.jpg'));
  await user.click(tile('a.jpg'));
  expect(address.search.asset).toBe(tile('a.jpg').dataset.asset);
  expect(count()).toBeNull();

  await user.keyboard('{Control>}');
  await user.click(tile('b.jpg'));
  await user.keyboard('{/Control}');
  await user.click(tile('c.jpg'));
  expect(selected()).toEqual(['b.jpg', 'c.jpg']);
  expect(count()).toBe(2);
  await user.click(tile('b.jpg'));
  await user.click(tile('c.jpg'));
  expect(count()).toBeNull();
});

test('A click with Shift selects from the last one up to here, in either direction, and keeps the others', async () => {
  const { user } = await openLibrary(assetsNamed('a.jpg', 'b.jpg', 'c.jpg', 'd.jpg', 'e.jpg'));
  const click = async (name: string, key: 'Shift' | 'Control') => {
    await user.keyboard(`{${key}>}`);
    await user.click(tile(name));
    await user.keyboard(`{/${key}}`);
  };
  await click('d.jpg', 'Control');
  await click('b.jpg', 'Shift');
  expect(selected()).toEqual(['b.jpg', 'c.jpg', 'd.jpg']);
  await click('e.jpg', 'Shift');
  expect(selected()).toEqual(['b.jpg', 'c.jpg', 'd.jpg', 'e.jpg']);
});

test('A range also selects what is not loaded, by asking for what lies between', async () => {
  const assets = many(900);
  const { user } = await openLibrary(assets);
  await user.keyboard('{Control>}');
  await user.click(tile('0000.jpg'));
  await user.keyboard('{/Control}');
  await scrollToEnd('0899.jpg');
  expect(selected()).toEqual([]);
  await user.keyboard('{Shift>}');
  await user.click(tile('0899.jpg'));
  await user.keyboard('{/Shift}');
  await waitFor(() => expect(count()).toBe(900));
});

test('More than one action takes by name is refused, and what was selected stays', async () => {
  const { user } = await openLibrary(many(2500));
  await user.keyboard('{Control>}');
  await user.click(tile('0000.jpg'));
  await user.keyboard('{/Control}');
  await scrollToEnd('2499.jpg');
  await user.keyboard('{Shift>}');
  await user.click(tile('2499.jpg'));
  await user.keyboard('{/Shift}');
  await waitFor(() => expect(document.querySelector('[data-failed]')).not.toBeNull());
  expect(count()).toBe(1);
});

test('The keyboard selects: X one, Shift with the arrows a range that follows them out and back, Escape none', async () => {
  const { user } = await openLibrary(assetsNamed('a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'));
  tile('a.jpg').focus();
  await user.keyboard('x');
  expect(selected()).toEqual(['a.jpg']);
  await user.keyboard('{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  expect(selected()).toEqual(['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg']);
  await user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  expect(selected()).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  await user.keyboard(' ');
  expect(selected()).toEqual(['a.jpg', 'b.jpg']);
  await user.keyboard('{Escape}');
  expect(count()).toBeNull();
});

test('Ctrl+A selects everything that the filter finds, and an action on it names the filter and who was let go', async () => {
  const { user } = await openLibrary(many(300));
  await user.keyboard('{Control>}a{/Control}');
  expect(count()).toBe(300);
  await user.click(tile('0001.jpg'));
  expect(count()).toBe(299);
  const left = tile('0001.jpg').dataset.asset;

  server.on('post', '/api/assets/actions', () => ({ status: 200, body: { results: [], nextCursor: null } }));
  const [, star] = within(screen.getByRole('toolbar')).getAllByRole('button');
  await user.click(star as HTMLElement);
  await waitFor(() => expect(server.asked('POST')).toEqual(['POST /api/assets/actions']));
  expect(server.log.find(({ name }) => name.startsWith('POST'))?.body).toMatchObject({
    action: 'star',
    filter: { group, q: null },
    except: [left],
  });
});

test('A selection ends with the filter under which it was made', async () => {
  const video = anAsset({ name: 'film.mp4', kind: 'video', format: 'mp4', mediaType: 'video/mp4' });
  const { user, address } = await openLibrary([...assetsNamed('a.jpg', 'b.jpg'), video]);
  await user.keyboard('{Control>}');
  await user.click(tile('a.jpg'));
  await user.click(tile('film.mp4'));
  await user.keyboard('{/Control}');
  expect(count()).toBe(2);
  // As with the Back button: the file type tabs are hidden while something is selected.
  address.go({ kind: 'video' });
  await waitFor(() => expect(tiles()).toHaveLength(1));
  expect(count()).toBeNull();
  await user.keyboard('{Control>}a{/Control}');
  expect(count()).toBe(1);
  address.go({ kind: undefined });
  await waitFor(() => expect(tiles()).toHaveLength(3));
  expect(count()).toBeNull();
});

test('What another member deletes is selected no more', async () => {
  const { user, client } = await openLibrary(assetsNamed('a.jpg', 'b.jpg', 'c.jpg'));
  await user.keyboard('{Control>}');
  await user.click(tile('a.jpg'));
  await user.click(tile('b.jpg'));
  await user.keyboard('{/Control}');
  forgetDeleted(client, new Set([tile('a.jpg').dataset.asset ?? '']));
  await waitFor(() => expect(count()).toBe(1));
  expect(selected()).toEqual(['b.jpg']);
});
