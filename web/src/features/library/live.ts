import type { QueryClient } from '@tanstack/react-query';
import type { Asset } from '@/api/types';
import type { LibraryView } from './pages';
import { assetQuery, dropAsset, libraryKeys, putAsset, reloadViews } from './queries';

/** Fetching more single assets than this costs more than loading the lists again. */
const singleFetches = 24;

export interface AssetChanges {
  /** Created or changed. */
  touched: ReadonlySet<string>;
  deleted: ReadonlySet<string>;
}

/** Brings the cache up to date after a batch of events; the events only say where to look. */
export async function applyAssetChanges(client: QueryClient, changes: AssetChanges): Promise<void> {
  for (const id of changes.deleted) {
    dropAsset(client, id);
    // The open sheet asks again and then says itself that the asset is gone.
    void client.invalidateQueries({ queryKey: libraryKeys.asset(id) });
  }
  await client.invalidateQueries({ queryKey: libraryKeys.views });
  await refreshBelowTheHead(client, changes.touched);
}

export async function reloadLibrary(client: QueryClient): Promise<void> {
  await Promise.all([reloadViews(client), client.invalidateQueries({ queryKey: ['library', 'asset'] })]);
}

/** The refetched head covers the newest ones; those further down are fetched one by one, if they are on the page at all. */
async function refreshBelowTheHead(client: QueryClient, ids: ReadonlySet<string>): Promise<void> {
  const loaded = new Map<string, number>();
  for (const [, view] of client.getQueriesData<LibraryView>({ queryKey: libraryKeys.views }))
    view?.items.forEach((asset, index) => {
      loaded.set(asset.id, Math.max(index, loaded.get(asset.id) ?? 0));
    });
  const deep = [...ids].filter((id) => (loaded.get(id) ?? 0) >= 90 || isOpen(client, id));
  if (deep.length > singleFetches) return reloadViews(client);
  await Promise.all(
    deep.map(async (id) => {
      try {
        const asset: Asset = await client.fetchQuery({ ...assetQuery(id), staleTime: 0 });
        putAsset(client, asset);
      } catch {
        // Gone in the meantime; its own event says so.
      }
    }),
  );
}

function isOpen(client: QueryClient, id: string): boolean {
  return (
    client
      .getQueryCache()
      .find({ queryKey: libraryKeys.asset(id) })
      ?.isActive() ?? false
  );
}
