import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';

/** The page after those that are there. */
export interface NextPage {
  exists: boolean;
  loading: boolean;
  /** Why it could not be had, or why the pages that are there could not be brought up to date. */
  refusal: string | null;
  /** Does nothing while it loads, or after a refusal: then somebody has to try again. */
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

/** A list that comes page by page. What is there stays when a later page is refused. */
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
  /** `failure`: nothing has come at all. */
  return { items, failure: items.length === 0 ? error : null, next };
}
