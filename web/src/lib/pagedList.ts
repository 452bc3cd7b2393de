import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';

/** The page after the loaded ones. */
export interface NextPage {
  exists: boolean;
  loading: boolean;
  /** Why it could not be loaded, or why the loaded pages could not be refreshed. */
  refusal: string | null;
  /** Does nothing while loading or after a refusal; then only `tryAgain` helps. */
  load: () => void;
  tryAgain: () => void;
}

type Query<Item> = Pick<
  UseInfiniteQueryResult<InfiniteData<{ items: readonly Item[] }, unknown>>,
  | 'data'
  | 'error'
  | 'hasNextPage'
  | 'isFetching'
  | 'isFetchingNextPage'
  | 'isFetchNextPageError'
  | 'fetchNextPage'
  | 'refetch'
>;

/** A list loaded page by page. Loaded items stay when a later page is refused. */
export function pagedList<Item>(query: Query<Item>) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const next: NextPage = {
    exists: hasNextPage,
    loading: isFetchingNextPage || (error !== null && query.isFetching),
    refusal: error?.message ?? null,
    load: () => {
      if (hasNextPage && !isFetchingNextPage && error === null) void fetchNextPage();
    },
    tryAgain: () => void (query.isFetchNextPageError ? fetchNextPage() : refetch()),
  };
  /** `failure` is set only if nothing has loaded at all. */
  return { items, failure: items.length === 0 ? error : null, next };
}
