import type { Asset, AssetCounts } from '@/api/types';
import { entryAt, type LoadedPage, moveBetween, placesOf } from './months';

/** Assets are loaded in blocks of this size, counted from the top of the list. */
export const blockSize = 100;
/** With more assets loaded than this, blocks far from what is visible are dropped. */
export const mostLoaded = 4000;

/** From one index up to, but not including, another. */
export interface Range {
  from: number;
  to: number;
}

/** What somebody is looking at. It changes without a new view, because nothing is rendered from it. */
export interface Sight {
  grid: Range;
  /** Around the open asset, which may be far from what the grid shows. */
  open: Range | null;
}

/**
 * A list of any length, of which only some assets are loaded. Its length and its months come from the counts; index 0 is the newest asset.
 */
export interface LibraryView {
  summary: AssetCounts;
  items: ReadonlyMap<number, Asset>;
  indexes: ReadonlyMap<string, number>;
  /** Blocks loaded since the library last changed. Others may be out of date until they are reloaded. */
  fresh: ReadonlySet<number>;
  /** Counts the changes of the library: what was requested before one no longer fits. */
  generation: number;
  sight: Sight;
}

export function blocksOf({ from, to }: Range): number[] {
  const first = Math.max(0, Math.floor(from / blockSize));
  const end = Math.ceil(Math.max(from, to) / blockSize);
  return Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
}

/** Puts pages in their places. Assets that were elsewhere in the list move. */
export function withPages(view: LibraryView, range: Range, pages: readonly LoadedPage[]): LibraryView {
  const items = new Map(view.items);
  const indexes = new Map(view.indexes);
  for (let index = range.from; index < range.to; index++) {
    const old = items.get(index);
    if (old) indexes.delete(old.id);
    items.delete(index);
  }
  for (const [index, asset] of placesOf(view.summary.byMonth, pages)) {
    const before = indexes.get(asset.id);
    if (before !== undefined && items.get(before)?.id === asset.id) items.delete(before);
    const evicted = items.get(index);
    if (evicted) indexes.delete(evicted.id);
    items.set(index, keepEqual(assetOf(view, asset.id), asset));
    indexes.set(asset.id, index);
  }
  const fresh = new Set(view.fresh);
  for (const block of blocksOf(range))
    if (block * blockSize >= range.from && Math.min(view.summary.total, (block + 1) * blockSize) <= range.to)
      fresh.add(block);
  return { ...view, items, indexes, fresh };
}

/** Whether the pages have a loaded asset at a different index. */
export function contradicts(view: LibraryView, pages: readonly LoadedPage[]): boolean {
  for (const [index, asset] of placesOf(view.summary.byMonth, pages))
    if ((view.indexes.get(asset.id) ?? index) !== index) return true;
  return false;
}

/** The list after a recount. Loaded assets keep their places within their months, and are reloaded when they become visible. */
export function recounted(view: LibraryView, summary: AssetCounts): LibraryView {
  const items = new Map<number, Asset>();
  const indexes = new Map<string, number>();
  const move = moveBetween(view.summary.byMonth, summary.byMonth);
  for (const [index, asset] of view.items) {
    const to = move(index);
    if (to === null || items.has(to)) continue;
    items.set(to, asset);
    indexes.set(asset.id, to);
  }
  const shift = (range: Range) => {
    const from = move(range.from) ?? Math.max(0, Math.min(range.from, summary.total - 1));
    return { from, to: Math.min(summary.total, from + range.to - range.from) };
  };
  const { grid, open } = view.sight;
  return {
    summary,
    items,
    indexes,
    fresh: new Set(),
    generation: view.generation + 1,
    sight: { grid: shift(grid), open: open && shift(open) },
  };
}

export function emptyView(summary: AssetCounts): LibraryView {
  return {
    summary,
    items: new Map(),
    indexes: new Map(),
    fresh: new Set(),
    generation: 0,
    sight: { grid: { from: 0, to: blockSize }, open: null },
  };
}

/** Drops loaded assets that are far from everything visible. */
export function withoutFar(view: LibraryView): LibraryView {
  if (view.items.size <= mostLoaded) return view;
  const slack = mostLoaded / 4;
  const near = [view.sight.grid, view.sight.open].filter((range) => range !== null);
  const isNear = (index: number) =>
    near.some((range) => index >= range.from - slack && index < range.to + slack);
  const items = new Map([...view.items].filter(([index]) => isNear(index)));
  const indexes = new Map([...items].map(([index, asset]) => [asset.id, index]));
  const fresh = new Set(
    [...view.fresh].filter(
      (block) =>
        isNear(block * blockSize) && isNear(Math.min(view.summary.total, (block + 1) * blockSize) - 1),
    ),
  );
  return { ...view, items, indexes, fresh };
}

/** Removes an asset from the list and from the counts; those below it move up. */
export function withoutAsset(view: LibraryView, id: string): LibraryView {
  const gone = view.indexes.get(id);
  const asset = assetOf(view, id);
  if (gone === undefined || asset === undefined) return view;
  const { summary } = view;
  const month = entryAt(summary.byMonth, gone)?.month;
  const items = new Map<number, Asset>();
  for (const [index, item] of view.items)
    if (index !== gone) items.set(index > gone ? index - 1 : index, item);
  return {
    ...view,
    items,
    indexes: new Map([...items].map(([index, item]) => [item.id, index])),
    fresh: new Set([...view.fresh].filter((block) => (block + 1) * blockSize <= gone)),
    generation: view.generation + 1,
    summary: {
      ...summary,
      total: summary.total - 1,
      images: summary.images - (asset.kind === 'image' ? 1 : 0),
      videos: summary.videos - (asset.kind === 'video' ? 1 : 0),
      byMonth: summary.byMonth
        .map((entry) => (entry.month === month ? { ...entry, count: entry.count - 1 } : entry))
        .filter(({ count }) => count > 0),
    },
  };
}

export function withAsset(view: LibraryView, asset: Asset): LibraryView {
  const index = view.indexes.get(asset.id);
  if (index === undefined) return view;
  return { ...view, items: new Map(view.items).set(index, keepEqual(view.items.get(index), asset)) };
}

export function assetOf(view: LibraryView | undefined, id: string): Asset | undefined {
  const index = view?.indexes.get(id);
  return index === undefined ? undefined : view?.items.get(index);
}

/** Keeps the old object if nothing in it has changed, so that its tile need not re-render. */
function keepEqual(old: Asset | undefined, fresh: Asset): Asset {
  return old !== undefined && JSON.stringify(old) === JSON.stringify(fresh) ? old : fresh;
}
