import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { expect, onTestFinished, test, vi } from 'vitest';
import { pagedList } from './pagedList';

/** Three pages of one item each, from a server that can be down. */
function openList(server: { down: boolean; asked: number }) {
  const observer = new InfiniteQueryObserver(new QueryClient(), {
    queryKey: ['list'],
    queryFn: async ({ pageParam }) => {
      server.asked += 1;
      if (server.down) throw new Error('Magpie can’t be reached.');
      return { items: [`item ${pageParam}`], next: pageParam + 1 };
    },
    initialPageParam: 1,
    getNextPageParam: ({ next }) => (next > 3 ? undefined : next),
    retry: false,
  });
  onTestFinished(observer.subscribe(() => undefined));
  return {
    list: () => pagedList(observer.getCurrentResult()),
    loaded: () => vi.waitFor(() => expect(observer.getCurrentResult().isFetching).toBe(false)),
  };
}

test('The pages are one list, and each is asked for once', async () => {
  const server = { down: false, asked: 0 };
  const { list, loaded } = openList(server);
  await loaded();
  list().next.load();
  list().next.load();
  await loaded();
  expect(list()).toMatchObject({ items: ['item 1', 'item 2'], failure: null, next: { exists: true } });
  expect(server.asked).toBe(2);
});

test('What is there stays when a later page is refused, until somebody tries again', async () => {
  const server = { down: false, asked: 0 };
  const { list, loaded } = openList(server);
  await loaded();
  server.down = true;
  list().next.load();
  await loaded();
  expect(list()).toMatchObject({
    items: ['item 1'],
    failure: null,
    next: { exists: true, loading: false, refusal: 'Magpie can’t be reached.' },
  });

  server.down = false;
  list().next.load();
  await loaded();
  expect(list().items).toEqual(['item 1']);
  list().next.tryAgain();
  await loaded();
  expect(list()).toMatchObject({ items: ['item 1', 'item 2'], next: { refusal: null } });
});

test('A refusal of the first page is a failure of the list', async () => {
  const { list, loaded } = openList({ down: true, asked: 0 });
  await loaded();
  expect(list()).toMatchObject({ items: [], next: { exists: false } });
  expect(list().failure?.message).toBe('Magpie can’t be reached.');
});
