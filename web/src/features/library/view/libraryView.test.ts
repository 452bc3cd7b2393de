import { expect, test } from 'vitest';
import type { Asset, AssetCounts } from '@/api/types';
import {
  blockSize,
  blocksOf,
  contradicts,
  emptyView,
  type LibraryView,
  mostLoaded,
  recounted,
  withAsset,
  withoutAsset,
  withoutFar,
  withPages,
} from './libraryView';
import { entryAt, moveBetween } from './months';

function summaryOf(byMonth: Record<string, number>): AssetCounts {
  const months = Object.entries(byMonth).map(([month, count]) => ({ month, count }));
  const total = months.reduce((sum, { count }) => sum + count, 0);
  return { total, images: total, videos: 0, byMonth: months };
}

/** The ids are the month and the asset's age in it: the oldest is 0, so that a new one on top changes no id. */
function assets(month: string, newest: number, many: number): Asset[] {
  return Array.from(
    { length: many },
    (_, offset) =>
      ({ id: `${month}/${newest - offset}`, kind: 'image', createdAt: `${month}-01T00:00:00Z` }) as Asset,
  );
}

const summary = summaryOf({ '2026-11': 150, '2026-10': 30, '2026-08': 500 });
const ids = (view: LibraryView, ...indexes: number[]) => indexes.map((index) => view.items.get(index)?.id);
const loadedTop = () =>
  withPages(emptyView(summary), { from: 0, to: 200 }, [
    {
      entry: { month: '2026-11', skip: 0 },
      items: [...assets('2026-11', 149, 150), ...assets('2026-10', 29, 30), ...assets('2026-08', 499, 20)],
    },
  ]);

test('An index is entered by its month and how many lie above it there', () => {
  expect(entryAt(summary.byMonth, 0)).toEqual({ month: '2026-11', skip: 0 });
  expect(entryAt(summary.byMonth, 179)).toEqual({ month: '2026-10', skip: 29 });
  expect(entryAt(summary.byMonth, 180)).toEqual({ month: '2026-08', skip: 0 });
  expect(entryAt(summary.byMonth, 680)).toBeNull();
});

test('A page goes on into older months, each asset in its own', () => {
  const view = loadedTop();
  expect(ids(view, 0, 149, 150, 180)).toEqual(['2026-11/149', '2026-11/0', '2026-10/29', '2026-08/499']);
  expect(view.indexes.get('2026-10/0')).toBe(179);
  expect([...view.fresh]).toEqual([0, 1]);
});

test('A page that is newer than the counts does not push assets into the wrong month', () => {
  const view = withPages(emptyView(summary), { from: 0, to: 200 }, [
    {
      entry: { month: '2026-11', skip: 0 },
      items: [...assets('2026-11', 150, 151), ...assets('2026-10', 29, 30)],
    },
  ]);
  expect(ids(view, 150, 179)).toEqual(['2026-10/29', '2026-10/0']);
  expect(view.indexes.has('2026-11/0')).toBe(false);
});

test('A page that has known assets elsewhere tells that the counts are old', () => {
  const page = (newest: number) => [
    { entry: { month: '2026-11', skip: 0 }, items: assets('2026-11', newest, 100) },
  ];
  expect(contradicts(loadedTop(), page(149))).toBe(false);
  expect(contradicts(loadedTop(), page(152))).toBe(true);
});

test('The last block is whole although the list ends in it', () => {
  const view = withPages(emptyView(summary), { from: 600, to: 700 }, [
    { entry: { month: '2026-08', skip: 420 }, items: assets('2026-08', 79, 80) },
  ]);
  expect(view.fresh.has(6)).toBe(true);
  expect(ids(view, 679)).toEqual(['2026-08/0']);
});

test('New assets on top move what is loaded, and nothing of it flickers', () => {
  const view = recounted(loadedTop(), summaryOf({ '2026-11': 153, '2026-10': 30, '2026-08': 500 }));
  expect(ids(view, 2, 3, 153)).toEqual([undefined, '2026-11/149', '2026-10/29']);
  expect(view.fresh.size).toBe(0);
});

test('A month that begins pushes all others down', () => {
  const move = moveBetween(summary.byMonth, summaryOf({ '2026-12': 2, ...{ '2026-11': 150 } }).byMonth);
  expect(move(0)).toBe(2);
  expect(move(149)).toBe(151);
  expect(move(150)).toBeNull();
});

test('What somebody looks at moves with the list, so that a refetch asks for the right part', () => {
  const before = loadedTop();
  before.sight.grid = { from: 160, to: 190 };
  const after = recounted(before, summaryOf({ '2026-11': 160, '2026-10': 30, '2026-08': 500 }));
  expect(after.sight.grid).toEqual({ from: 170, to: 200 });
});

test('An asset that a page has at another place is there only once', () => {
  const view = withPages(loadedTop(), { from: 0, to: 100 }, [
    { entry: { month: '2026-11', skip: 0 }, items: assets('2026-11', 99, 100) },
  ]);
  const seen = [...view.items.values()].map(({ id }) => id);
  expect(new Set(seen).size).toBe(seen.length);
  for (const [id, index] of view.indexes) expect(view.items.get(index)?.id).toBe(id);
});

test('Unchanged assets keep their identity, changed ones do not', () => {
  const before = loadedTop();
  const page = assets('2026-11', 149, 100).map((asset, index) =>
    index === 1 ? { ...asset, name: 'new.jpg' } : asset,
  );
  const after = withPages(before, { from: 0, to: 100 }, [
    { entry: { month: '2026-11', skip: 0 }, items: page },
  ]);
  expect(after.items.get(0)).toBe(before.items.get(0));
  expect(after.items.get(1)?.name).toBe('new.jpg');
});

test('A deleted asset leaves the list and the counts, and those below move up', () => {
  const view = withoutAsset(loadedTop(), '2026-11/148');
  expect(ids(view, 0, 1)).toEqual(['2026-11/149', '2026-11/147']);
  expect(view.summary.total).toBe(679);
  expect(view.summary.byMonth[0]).toEqual({ month: '2026-11', count: 149 });
  expect(withoutAsset(view, 'not loaded')).toBe(view);
});

test('One asset can be changed at once', () => {
  const view = withAsset(loadedTop(), { ...assets('2026-10', 29, 1)[0], starred: true } as Asset);
  expect(view.items.get(150)?.starred).toBe(true);
});

test('However far somebody scrolls, only what is near stays loaded', () => {
  const long = summaryOf({ '2026-11': 100_000 });
  let view = emptyView(long);
  for (let from = 0; from < 20_000; from += blockSize) {
    view.sight.grid = { from, to: from + 60 };
    const page = {
      entry: { month: '2026-11', skip: from },
      items: assets('2026-11', 100_000 - from, blockSize),
    };
    view = withoutFar(withPages(view, { from, to: from + blockSize }, [page]));
    expect(view.items.size).toBeLessThanOrEqual(mostLoaded);
    expect(view.indexes.size).toBe(view.items.size);
  }
  expect(view.items.has(19_950)).toBe(true);
  expect(view.items.has(0)).toBe(false);
  for (const block of view.fresh) expect(view.items.has(block * blockSize)).toBe(true);
});

test('A range touches whole blocks', () => {
  expect(blocksOf({ from: 99, to: 201 })).toEqual([0, 1, 2]);
  expect(blocksOf({ from: 100, to: 100 })).toEqual([]);
});
