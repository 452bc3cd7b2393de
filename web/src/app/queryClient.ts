import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '@/api/problem';
import { sessionQuery } from '@/core/session/query';

/** `onEnded` is called when the session ends while pages are open. */
export function makeQueryClient(onEnded: () => void): QueryClient {
  const leaveIfEnded = (error: Error) => {
    if (error instanceof Problem && error.rule === 'signed-out') onEnded();
  };
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey !== sessionQuery.queryKey) leaveIfEnded(error);
      },
    }),
    mutationCache: new MutationCache({ onError: leaveIfEnded }),
    defaultOptions: {
      queries: {
        // Repeating a refused request changes nothing; only a shaky connection is worth another try.
        retry: (failures, error) =>
          failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
        // Events announce changes, so returning to the window is no reason to refetch.
        refetchOnWindowFocus: false,
      },
    },
  });
}
