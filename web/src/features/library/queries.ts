import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { Asset, AssetSummary } from '@/api/types';
import type { Filters } from './filters';
import { appendPage, type LibraryView, type LoadedList, mergeHead, withAsset, withoutAsset } from './pages';

const headSize = 100;
const pageSize = 200;
/** A burst of uploads brings this many pages at the most before the list starts afresh. */
const catchUpPages = 4;

interface Scope extends Filters {
  group: string;
}

export const libraryKeys = {
  all: ['library'] as const,
  views: ['library', 'view'] as const,
  view: (scope: Scope) => ['library', 'view', scope] as const,
  asset: (id: string) => ['library', 'asset', id] as const,
};

function fetchPage(scope: Scope, limit: number, cursor?: string, signal?: AbortSignal): Promise<LoadedList> {
  return dataOf(api.GET('/api/assets', { params: { query: { ...scope, limit, cursor } }, signal }));
}

function fetchSummary(scope: Scope, signal?: AbortSignal): Promise<AssetSummary> {
  return dataOf(api.GET('/api/assets/summary', { params: { query: scope }, signal }));
}

/**
 * The list as far as it is loaded, with its counts. Refetching it asks only for its head, however deep a
 * person has scrolled: that is where new assets arrive, and two requests are enough for hundreds of events.
 */
export function viewQuery(client: QueryClient, scope: Scope) {
  const queryKey = libraryKeys.view(scope);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<LibraryView> => {
      const counts = fetchSummary(scope, signal);
      let head = await fetchPage(scope, headSize, undefined, signal);
      const summary = await counts;
      for (let page = 0; page < catchUpPages; page++) {
        const merged = mergeHead(client.getQueryData<LibraryView>(queryKey), head);
        if (merged !== null) return { ...merged, summary };
        if (head.nextCursor === null) break;
        head = appendPage(head, await fetchPage(scope, pageSize, head.nextCursor, signal));
      }
      return { ...head, summary };
    },
    // Items keep their identity in mergeHead; comparing them again would cost and change nothing.
    structuralSharing: false,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function assetQuery(id: string) {
  return queryOptions({
    queryKey: libraryKeys.asset(id),
    queryFn: ({ signal }): Promise<Asset> =>
      dataOf(api.GET('/api/assets/{assetId}', { params: { path: { assetId: id } }, signal })),
    retry: false,
  });
}

/** Loads one more page below what is there. */
export async function loadMore(client: QueryClient, scope: Scope): Promise<void> {
  const queryKey = libraryKeys.view(scope);
  const before = client.getQueryData<LibraryView>(queryKey);
  if (!before || before.nextCursor === null) return;
  const page = await fetchPage(scope, pageSize, before.nextCursor);
  client.setQueryData<LibraryView>(queryKey, (now) => (now ? appendPage(now, page) : now));
}

/** Loads again everything that is loaded, page by page; for when events may have been missed. */
export async function reloadViews(client: QueryClient): Promise<void> {
  for (const query of client.getQueryCache().findAll({ queryKey: libraryKeys.views, type: 'active' })) {
    const scope = query.queryKey[2] as Scope;
    const wanted = client.getQueryData<LibraryView>(query.queryKey)?.items.length ?? 0;
    const summary = await fetchSummary(scope);
    let list = await fetchPage(scope, pageSize);
    while (list.items.length < wanted && list.nextCursor !== null)
      list = appendPage(list, await fetchPage(scope, pageSize, list.nextCursor));
    client.setQueryData<LibraryView>(query.queryKey, (now) => ({
      ...(mergeHead(now, list) ?? list),
      summary,
    }));
  }
}

export function useDeleteAsset() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asset: Asset) =>
      dataOf(api.DELETE('/api/assets/{assetId}', { params: { path: { assetId: asset.id } } })),
    onSuccess: (_, asset) => {
      dropAsset(client, asset.id);
      client.removeQueries({ queryKey: libraryKeys.asset(asset.id) });
    },
  });
}

export function useRetryAsset() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      dataOf(api.POST('/api/assets/{assetId}/retry', { params: { path: { assetId: id } } })),
    onSuccess: (asset: Asset) => {
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

export function putAsset(client: QueryClient, asset: Asset): void {
  client.setQueryData(libraryKeys.asset(asset.id), asset);
  client.setQueriesData<LibraryView>({ queryKey: libraryKeys.views }, (view) =>
    view ? withAsset(view, asset) : view,
  );
}
