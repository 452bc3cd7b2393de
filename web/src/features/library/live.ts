import type { QueryClient } from '@tanstack/react-query';
import { dropAsset, libraryKeys } from './queries';
import { forgetSelected } from './selecting';

export interface AssetChanges {
  /** Created or changed. */
  touched: ReadonlySet<string>;
  deleted: ReadonlySet<string>;
}

/**
 * Brings the cache up to date after a batch of events; the events only say where to look. However many they
 * are, it is the counts and what is in sight that is asked for.
 */
export async function applyAssetChanges(client: QueryClient, changes: AssetChanges): Promise<void> {
  for (const id of changes.deleted) dropAsset(client, id);
  forgetSelected(changes.deleted);
  const isConcerned = (id: unknown) =>
    typeof id === 'string' && (changes.touched.has(id) || changes.deleted.has(id));
  await Promise.all([
    client.invalidateQueries({ queryKey: libraryKeys.views }),
    // The open sheet asks again; of an asset that is gone, it then says so itself.
    client.invalidateQueries({
      queryKey: libraryKeys.assets,
      predicate: ({ queryKey }) => isConcerned(queryKey[2]),
    }),
  ]);
}

/** For when events may have been missed. */
export async function reloadLibrary(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: libraryKeys.all });
}
