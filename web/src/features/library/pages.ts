import type { Asset, AssetSummary } from '@/api/types';

/** A list as far as it is loaded, from the newest down. */
export interface LoadedList {
  items: Asset[];
  /** Continues after the last item; null when everything is loaded. */
  nextCursor: string | null;
}

/** A list together with its counts, taken at the same time so that the two agree. */
export interface LibraryView extends LoadedList {
  summary: AssetSummary;
}

/** Newest first; ids are time-ordered and settle what the clock leaves open. */
export function compareAssets(a: Asset, b: Asset): number {
  if (a.createdAt !== b.createdAt) return Date.parse(b.createdAt) - Date.parse(a.createdAt);
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

/**
 * Lays a fresh head over what is loaded: the head is right about everything down to its last item, what
 * lies below it stays. Returns null when the head does not reach down to anything loaded, so that there
 * would be a hole between the two.
 */
export function mergeHead(loaded: LoadedList | undefined, head: LoadedList): LoadedList | null {
  const known = new Map(loaded?.items.map((asset) => [asset.id, asset]));
  const items = head.items.map((asset) => keepEqual(known.get(asset.id), asset));
  const last = head.items.at(-1);
  if (!loaded?.items.length || head.nextCursor === null || last === undefined)
    return { items, nextCursor: head.nextCursor };
  const below = loaded.items.filter((asset) => compareAssets(asset, last) > 0);
  const overlaps = loaded.items.length > below.length;
  if (!overlaps) return null;
  return below.length === 0
    ? { items, nextCursor: head.nextCursor }
    : { items: [...items, ...below], nextCursor: loaded.nextCursor };
}

/** Adds the next page; skips what a change in between has already brought. */
export function appendPage<List extends LoadedList>(loaded: List, page: LoadedList): List {
  const known = new Set(loaded.items.map((asset) => asset.id));
  return {
    ...loaded,
    items: [...loaded.items, ...page.items.filter((asset) => !known.has(asset.id))],
    nextCursor: page.nextCursor,
  };
}

/** Takes an asset out of the list and out of the counts. */
export function withoutAsset(view: LibraryView, id: string): LibraryView {
  const gone = view.items.find((asset) => asset.id === id);
  if (gone === undefined) return view;
  const { summary } = view;
  const month = gone.createdAt.slice(0, 7);
  return {
    ...view,
    items: view.items.filter((asset) => asset !== gone),
    summary: {
      ...summary,
      total: summary.total - 1,
      images: summary.images - (gone.kind === 'image' ? 1 : 0),
      videos: summary.videos - (gone.kind === 'video' ? 1 : 0),
      byMonth: summary.byMonth.map((entry) =>
        entry.month === month ? { ...entry, count: entry.count - 1 } : entry,
      ),
    },
  };
}

export function withAsset<List extends LoadedList>(loaded: List, fresh: Asset): List {
  return {
    ...loaded,
    items: loaded.items.map((asset) => (asset.id === fresh.id ? keepEqual(asset, fresh) : asset)),
  };
}

/** Keeps the object that is on the screen when nothing in it has changed, so that its tile need not be drawn again. */
function keepEqual(old: Asset | undefined, fresh: Asset): Asset {
  return old !== undefined && JSON.stringify(old) === JSON.stringify(fresh) ? old : fresh;
}
