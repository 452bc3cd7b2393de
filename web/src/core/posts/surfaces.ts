import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { Surface } from '@/api/types';

/** The surfaces the server has rules for. They change only with its version, so not while a page is open. */
export const surfacesQuery = queryOptions({
  queryKey: ['surfaces'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/surfaces', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Groups surfaces by network, in the server's order. */
export function byNetwork(surfaces: readonly Surface[]): [network: string, surfaces: Surface[]][] {
  const networks = new Map<string, Surface[]>();
  for (const surface of surfaces)
    networks.set(surface.network, [...(networks.get(surface.network) ?? []), surface]);
  return [...networks];
}
