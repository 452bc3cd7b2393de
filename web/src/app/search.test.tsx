import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderApp } from '@/testing/renderApp';
import { fakeServer, gate } from '@/testing/server';
import { serve } from '@/testing/team';
import { aLabel, anAsset } from '@/testing/things';

const server = fakeServer();

async function open(address: string) {
  const assets = [
    anAsset({ name: 'beach.jpg', labels: ['summer'] }),
    anAsset({ name: 'dunes.jpg', labels: ['summer', 'berlin'] }),
    anAsset({ name: 'bear.jpg' }),
  ];
  serve(server, { assets, labels: [aLabel('summer', 2), aLabel('sunset', 1), aLabel('berlin', 1)] });
  const drawn = renderApp(address);
  const box = await screen.findByRole<HTMLInputElement>('combobox');
  await waitFor(() => expect(shown().length).toBeGreaterThan(0));
  return { ...drawn, box };
}

const shown = () =>
  [...document.querySelectorAll('[data-asset]')].map((one) => one.getAttribute('aria-label')?.split(',')[0]);
const address = () => decodeURIComponent(window.location.search);
const chips = () =>
  [...(screen.getByRole('combobox').parentElement?.querySelectorAll('[data-removable]') ?? [])].map(
    (chip) => chip.textContent,
  );
/** The search text of every library summary requested. */
const searches = () =>
  server.log.filter(({ name }) => name === 'GET /api/assets/summary').map(({ query }) => query.get('q'));

test('What is typed stands in the address after a pause, and the grid shows what has it in its name', async () => {
  const { user, box } = await open('/library');
  server.forget();
  vi.useFakeTimers();
  for (const text of ['b', 'be', 'bea']) {
    fireEvent.change(box, { target: { value: text } });
    await vi.advanceTimersByTimeAsync(100);
    expect(address()).toBe('');
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(address()).toBe('?q=bea');
  vi.useRealTimers();
  await waitFor(() => expect(shown()).toEqual(['beach.jpg', 'bear.jpg']));
  // One request for the word, none for its letters.
  expect(searches()).toEqual(['bea']);
  await user.type(box, 'c');
  await waitFor(() => expect(shown()).toEqual(['beach.jpg']));
});

test('Back leads to what was there before the search, whatever was added to it, and the box follows', async () => {
  const { user, box, router } = await open('/library');
  const steps = router.history.length;
  await user.type(box, 'bea');
  await waitFor(() => expect(address()).toBe('?q=bea'));
  await user.type(box, 'c');
  await waitFor(() => expect(address()).toBe('?q=beac'));
  expect(router.history.length).toBe(steps + 1);
  router.history.back();
  await waitFor(() => expect(address()).toBe(''));
  await waitFor(() => expect(box.value).toBe(''));
  await waitFor(() => expect(shown()).toHaveLength(3));
});

test('An address that somebody has sent fills the box, with its labels', async () => {
  const { box } = await open('/library?q=dun&label=summer&label=berlin');
  expect(box.value).toBe('dun');
  expect(chips()).toEqual(['summer', 'berlin']);
  expect(shown()).toEqual(['dunes.jpg']);
});

test('A suggestion that is chosen becomes a chip in place of what was typed', async () => {
  const { user, box } = await open('/library');
  await user.type(box, 'su');
  const list = within(await screen.findByRole('listbox'));
  await waitFor(() => expect(list.getAllByRole('option')).toHaveLength(2));
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(address()).toBe('?label=summer'));
  expect(chips()).toEqual(['summer']);
  expect(box.value).toBe('');
  await waitFor(() => expect(shown()).toEqual(['beach.jpg', 'dunes.jpg']));
});

test('A label is finished by a comma, and another one only narrows what is shown', async () => {
  const { user, box } = await open('/library?label=summer');
  await user.type(box, 'berlin,');
  await waitFor(() => expect(address()).toBe('?label=summer&label=berlin'));
  await waitFor(() => expect(shown()).toEqual(['dunes.jpg']));
});

test('Enter waits for the suggestions, and takes the label that is spelled just so', async () => {
  const { user, box } = await open('/library');
  const { opened, open: letGo } = gate();
  server.on('get', '/api/labels', async () => {
    await opened;
    return { status: 200, body: { items: [aLabel('berlin')], nextCursor: null } };
  });
  await user.type(box, 'Berlin{Enter}');
  expect(chips()).toEqual([]);
  letGo();
  await waitFor(() => expect(chips()).toEqual(['berlin']));
  await waitFor(() => expect(address()).toBe('?label=berlin'));
});

test('Backspace in the empty box takes the last label, and Clear everything', async () => {
  const { user, box } = await open('/library?label=summer&label=berlin');
  await user.type(box, '{Backspace}');
  await waitFor(() => expect(address()).toBe('?label=summer'));
  await user.type(box, 'dun');
  await waitFor(() => expect(shown()).toEqual(['dunes.jpg']));
  const clear = [...(box.parentElement?.querySelectorAll('button') ?? [])].at(-1);
  await user.click(clear as HTMLElement);
  await waitFor(() => expect(address()).toBe(''));
  expect([box.value, ...chips()]).toEqual(['']);
  await waitFor(() => expect(shown()).toHaveLength(3));
  expect(document.activeElement).toBe(box);
});

test('Escape closes the suggestions, then empties the box, then leaves it; a slash comes back to it', async () => {
  const { user, box } = await open('/library');
  await user.type(box, 'su');
  await screen.findByRole('listbox');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(box.value).toBe('su');
  await user.keyboard('{Escape}');
  expect(box.value).toBe('');
  await user.keyboard('{Escape}{Escape}');
  expect(document.activeElement).not.toBe(box);
  await user.keyboard('/');
  expect(document.activeElement).toBe(box);
  expect(box.value).toBe('');
});
