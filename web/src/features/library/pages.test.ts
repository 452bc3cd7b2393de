import { expect, test } from 'vitest';
import type { Asset } from '@/api/types';
import { appendPage, mergeHead, withoutAsset } from './pages';

function asset(number: number, name = `${number}.jpg`): Asset {
  const createdAt = new Date(Date.UTC(2026, 10, 1, 0, number)).toISOString();
  return { id: String(number).padStart(4, '0'), name, createdAt } as Asset;
}

const ids = (list: { items: Asset[] } | null) => list?.items.map(({ id }) => Number(id));

test('A fresh head puts new assets on top and leaves what lies below it', () => {
  const loaded = { items: [5, 4, 3, 2].map((n) => asset(n)), nextCursor: 'after-2' };
  const merged = mergeHead(loaded, { items: [7, 6, 5, 4].map((n) => asset(n)), nextCursor: 'after-4' });
  expect(ids(merged)).toEqual([7, 6, 5, 4, 3, 2]);
  expect(merged?.nextCursor).toBe('after-2');
});

test('An asset that the head no longer has is gone', () => {
  const loaded = { items: [5, 4, 3].map((n) => asset(n)), nextCursor: null };
  const merged = mergeHead(loaded, { items: [5, 3].map((n) => asset(n)), nextCursor: 'after-3' });
  expect(ids(merged)).toEqual([5, 3]);
});

test('A head that does not reach what is loaded would leave a hole and is refused', () => {
  const loaded = { items: [2, 1].map((n) => asset(n)), nextCursor: null };
  expect(mergeHead(loaded, { items: [9, 8].map((n) => asset(n)), nextCursor: 'after-8' })).toBeNull();
});

test('Unchanged assets keep their identity, changed ones do not', () => {
  const loaded = { items: [asset(2), asset(1)], nextCursor: null };
  const merged = mergeHead(loaded, { items: [asset(2), asset(1, 'new.jpg')], nextCursor: null });
  expect(merged?.items[0]).toBe(loaded.items[0]);
  expect(merged?.items[1]?.name).toBe('new.jpg');
});

test('The next page is appended without repeating anything', () => {
  const loaded = { items: [asset(3), asset(2)], nextCursor: 'after-2' };
  expect(ids(appendPage(loaded, { items: [asset(2), asset(1)], nextCursor: null }))).toEqual([3, 2, 1]);
});

test('A deleted asset leaves the list and the counts', () => {
  const summary = { total: 2, images: 2, videos: 0, byMonth: [{ month: '2026-11', count: 2 }] };
  const items = [3, 2].map((n) => ({ ...asset(n), kind: 'image' }) as Asset);
  const left = withoutAsset({ items, nextCursor: null, summary }, '0003');
  expect(ids(left)).toEqual([2]);
  expect(left.summary).toEqual({ total: 1, images: 1, videos: 0, byMonth: [{ month: '2026-11', count: 1 }] });
});
