import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';

export const sessionQuery = queryOptions({
  queryKey: ['accounts', 'session'] as const,
  queryFn: ({ signal }) => dataOf(api.GET('/api/session', { signal })),
  staleTime: 5 * 60_000,
  retry: false,
});
