import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import { Problem } from '@/api/problem';
import type { CloudProvider } from '@/api/types';
import { importKeys } from '../keys';
import { showBegun } from '../queries';
import type { CloudSelection } from './cloudSelection';

export interface CloudPlace {
  /** Empty means the top folder. */
  folder: string;
  search: string;
}

export const cloudsQuery = queryOptions({
  queryKey: importKeys.clouds,
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/clouds', { signal }))).items,
  staleTime: 30_000,
});

export function filesQuery(provider: CloudProvider, { folder, search }: CloudPlace) {
  return infiniteQueryOptions({
    queryKey: importKeys.cloudFiles(provider, folder, search),
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/clouds/{provider}/files', {
          params: { path: { provider }, query: { folder, search, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Leaves the page for the provider, which sends the person back. */
export function useConnect(provider: CloudProvider) {
  return useMutation({
    mutationFn: () => dataOf(api.POST('/api/clouds/{provider}/connect', { params: { path: { provider } } })),
    onSuccess: ({ address }) => window.location.assign(address),
  });
}

export function useDisconnect(provider: CloudProvider, onGone: (revoked: boolean) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(api.DELETE('/api/clouds/{provider}', { params: { path: { provider } } })),
    onSuccess: async ({ revoked }) => {
      client.removeQueries({ queryKey: importKeys.cloudFilesOf(provider) });
      await client.invalidateQueries({ queryKey: importKeys.clouds });
      onGone(revoked);
    },
  });
}

export function useImportSelection(provider: CloudProvider, group: string, onStarted: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (selection: CloudSelection) =>
      dataOf(
        api.POST('/api/clouds/{provider}/imports', {
          params: { path: { provider } },
          body: {
            files: [...selection.values()].map(({ id, name, bytes }) => ({ id, name, bytes })),
            group,
            labels: null,
          },
        }),
      ),
    onSuccess: ({ items }) => {
      onStarted();
      return showBegun(client, group, items ?? []);
    },
  });
}

/** Whether the connection itself is gone, so that the dialog asks to connect again. */
export function hasLostConnection(error: unknown): boolean {
  return (
    error instanceof Problem &&
    ['cloud-connect-again', 'cloud-not-connected', 'cloud-not-configured'].includes(error.rule)
  );
}
