import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import { Problem } from '@/api/problem';
import type { AssetDetails, AssetPage } from '@/api/types';
import { libraryKeys } from '@/core/live/keys';
import type { Filters } from './filters';

export function assetQuery(id: string) {
  return queryOptions({
    queryKey: libraryKeys.asset(id),
    queryFn: async ({ signal }): Promise<AssetDetails> => {
      const asset = await dataOf(
        api.GET('/api/assets/{assetId}', { params: { path: { assetId: id } }, signal }),
      );
      if ('sha256' in asset) return asset;
      throw new Problem('arriving', `${asset.name} is still being imported.`, 404);
    },
    retry: false,
  });
}

const pageSize = 120;

/** The library page by page, newest first. */
export function selectableQuery(group: string, filters: Filters) {
  return infiniteQueryOptions({
    queryKey: libraryKeys.selector({ group, ...filters }),
    queryFn: ({ pageParam, signal }): Promise<AssetPage> => {
      const query = { group, ...filters, limit: pageSize, cursor: pageParam };
      return dataOf(api.GET('/api/assets', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
