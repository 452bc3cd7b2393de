import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { AssetPage } from '@/api/types';
import { libraryKeys } from '@/core/live/keys';
import type { Filters } from '@/features/library/filters';

const pageSize = 120;

/** The library, newest first, as far as somebody has scrolled. */
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
