import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '@/api/problem';
import { sessionQuery } from '@/core/session/query';

/** `onEnded`: the session ended while pages were open. */
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
        // Refusals stay refusals; only a shaky connection is worth another try.
        retry: (failures, error) =>
          failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
        // Events tell when something changed; coming back to the window is no reason to ask.
        refetchOnWindowFocus: false,
      },
    },
  });
}
