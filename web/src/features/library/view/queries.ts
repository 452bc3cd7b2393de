import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { Asset, AssetCounts, AssetDetails, AssetListQuery, KnownAsset } from '@/api/types';
import type { Filters } from '@/core/assets/filters';
import { libraryKeys } from '@/core/live/keys';
import {
  blockSize,
  blocksOf,
  contradicts,
  emptyView,
  type LibraryView,
  type Range,
  recounted,
  withAsset,
  withoutAsset,
  withoutFar,
  withPages,
} from './libraryView';
import { entryAt, type LoadedPage } from './months';

/** The most assets one request of the API returns. */
export const pageSize = 200;

export type Scope = Filters & { group: string };

type PageQuery = Pick<AssetListQuery, 'month' | 'skip' | 'limit'>;

async function fetchItems(scope: Scope, page: PageQuery, signal?: AbortSignal): Promise<Asset[]> {
  const { items } = await dataOf(
    api.GET('/api/assets', { params: { query: { ...scope, ...page } }, signal }),
  );
  return items;
}

function fetchSummary(scope: Scope, signal?: AbortSignal): Promise<AssetCounts> {
  return dataOf(api.GET('/api/assets/summary', { params: { query: scope }, signal }));
}

/** Fetches the assets at some indexes of a list whose counts are known. */
export async function fetchRange(
  scope: Scope,
  { byMonth }: AssetCounts,
  { from, to }: Range,
  signal?: AbortSignal,
): Promise<LoadedPage[]> {
  return Promise.all(
    pagesOf({ from, to }).flatMap((page) => {
      const entry = entryAt(byMonth, page.from);
      if (entry === null) return [];
      const limit = page.to - page.from;
      return fetchItems(scope, { ...entry, limit }, signal).then((items) => ({ entry, items }));
    }),
  );
}

/**
 * The list under a filter: its counts, and the assets somebody looks at. A refetch asks only for these, however long the list is, so that a
 * few requests are enough for hundreds of events.
 */
export function viewQuery(client: QueryClient, scope: Scope) {
  const queryKey = libraryKeys.view(scope);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<LibraryView> => {
      const range = wholeBlocks(client.getQueryData<LibraryView>(queryKey)?.sight.grid);
      const counts = fetchSummary(scope, signal);
      const fromTop =
        range.from === 0
          ? pagesOf(range).map(({ from, to }) => fetchItems(scope, { skip: from, limit: to - from }, signal))
          : null;
      const [summary, pages] = await Promise.all([counts, fromTop && Promise.all(fromTop)]);
      const before = client.getQueryData<LibraryView>(queryKey);
      if (pages !== null) {
        const entered = pagesOf(range).flatMap(({ from }, page) => {
          const entry = entryAt(summary.byMonth, from);
          return entry === null ? [] : [{ entry, items: pages[page] ?? [] }];
        });
        return renewed(before, summary, range, entered);
      }
      // Deep in the list, the counts must come first: they tell where the visible assets have moved.
      const there = wholeBlocks(before && recounted(before, summary).sight.grid);
      const entered = await fetchRange(scope, summary, there, signal);
      return renewed(client.getQueryData<LibraryView>(queryKey), summary, there, entered);
    },
    // Equal items already keep their identity; comparing them once more would only cost time.
    structuralSharing: false,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

function renewed(before: LibraryView | undefined, summary: AssetCounts, range: Range, pages: LoadedPage[]) {
  return withPages(before ? recounted(before, summary) : emptyView(summary), range, pages);
}

/** Loads a range of whole blocks into the list. It is dropped if the library has changed in the meantime. */
export async function loadRange(
  client: QueryClient,
  scope: Scope,
  range: Range,
  signal?: AbortSignal,
): Promise<void> {
  const queryKey = libraryKeys.view(scope);
  const before = client.getQueryData<LibraryView>(queryKey);
  if (!before) return;
  const pages = await fetchRange(scope, before.summary, range, signal);
  // Assets have moved: either their places were estimates, or the counts are out of date.
  if (contradicts(before, pages)) {
    const { byMonth } = await fetchSummary(scope, signal);
    if (JSON.stringify(byMonth) !== JSON.stringify(before.summary.byMonth))
      return client.invalidateQueries({ queryKey, exact: true });
  }
  client.setQueryData<LibraryView>(queryKey, (now) =>
    now?.generation === before.generation ? withoutFar(withPages(now, range, pages)) : now,
  );
}

function wholeBlocks(range: Range = { from: 0, to: blockSize }): Range {
  const blocks = blocksOf({ from: range.from, to: Math.max(range.to, range.from + 1) });
  const first = blocks[0] ?? 0;
  return { from: first * blockSize, to: (first + blocks.length) * blockSize };
}

function pagesOf({ from, to }: Range): Range[] {
  const pages: Range[] = [];
  for (let start = from; start < to; start += pageSize)
    pages.push({ from: start, to: Math.min(to, start + pageSize) });
  return pages;
}

export function useRetryAsset() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      dataOf(api.POST('/api/assets/{assetId}/retry', { params: { path: { assetId: id } } })),
    onSuccess: (asset) => {
      putAsset(client, asset);
      return client.invalidateQueries({ queryKey: libraryKeys.views });
    },
  });
}

export function dropAsset(client: QueryClient, id: string): void {
  client.setQueriesData<LibraryView>({ queryKey: libraryKeys.views }, (view) =>
    view ? withoutAsset(view, id) : view,
  );
}

export function putAsset(client: QueryClient, asset: KnownAsset): void {
  client.setQueryData<AssetDetails>(
    libraryKeys.asset(asset.id),
    (known) => known && withDetails(asset, known),
  );
  client.setQueriesData<LibraryView>({ queryKey: libraryKeys.views }, (view) =>
    view ? withAsset(view, asset) : view,
  );
}

/** Keeps what lists leave out. The address of a public link disappears with the link. */
function withDetails(asset: KnownAsset, known: AssetDetails): AssetDetails {
  const fresh = { ...known, ...asset };
  return fresh.hasLink ? fresh : { ...fresh, publicPath: null };
}

/** Stars belong to the member. Shown at once, and taken back if the server refuses. */
export function useStarAsset() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asset: Asset) =>
      dataOf(
        api.POST('/api/assets/actions', {
          body: { action: asset.starred ? 'unstar' : 'star', assetIds: [asset.id], force: false },
        }),
      ),
    onMutate: (asset) => putAsset(client, { ...asset, starred: !asset.starred }),
    onError: (_, asset) => putAsset(client, asset),
  });
}
