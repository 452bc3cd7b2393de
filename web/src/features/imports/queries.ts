import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { Import, ImportList } from '@/api/types';
import { begun, retried } from './batch';
import { importKeys } from './keys';

export function importsQuery(group: string) {
  return queryOptions({
    queryKey: importKeys.list(group),
    queryFn: ({ signal }): Promise<ImportList> =>
      dataOf(api.GET('/api/imports', { params: { query: { group } }, signal })),
  });
}

/** What is at an address. Asked once per address; a refusal is an answer too. */
export function probeQuery(group: string, url: string) {
  return queryOptions({
    queryKey: importKeys.probe(group, url),
    queryFn: ({ signal }) => dataOf(api.POST('/api/imports/probe', { body: { url, group }, signal })),
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function useStartImports(group: string, onStarted: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ urls, name }: { urls: string[]; name: string | null }) =>
      dataOf(
        api.POST('/api/imports', {
          body: urls.length === 1 ? { url: urls[0] ?? null, name, group } : { urls, group },
        }),
      ),
    onSuccess: ({ items }) => {
      onStarted();
      return showBegun(client, group, items ?? []);
    },
  });
}

/** At once, not when the list arrives: imports that have ended by then are still part of the round. */
export async function showBegun(client: QueryClient, group: string, items: readonly Import[]): Promise<void> {
  const queryKey = importKeys.list(group);
  await client.cancelQueries({ queryKey });
  client.setQueryData<ImportList>(queryKey, (list) => list && { ...list, items: begun(list.items, items) });
  await client.invalidateQueries({ queryKey });
}

/** Cancels imports that are waiting or running; removes ended ones from the list. */
export function useDropImports(group: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      const gone = new Set(ids);
      client.setQueryData<ImportList>(importKeys.list(group), (list) =>
        list ? { ...list, items: list.items.filter((item) => !gone.has(item.id)) } : list,
      );
      for (const importId of ids)
        await api
          .DELETE('/api/imports/{importId}', { params: { path: { importId } } })
          .catch(() => undefined);
    },
    onSettled: () => client.invalidateQueries({ queryKey: importKeys.list(group) }),
  });
}

export function useRetryImports(group: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      const chosen = new Set(ids);
      await client.cancelQueries({ queryKey: importKeys.list(group) });
      client.setQueryData<ImportList>(importKeys.list(group), (list) =>
        list
          ? { ...list, items: list.items.map((item) => (chosen.has(item.id) ? retried(item) : item)) }
          : list,
      );
      await Promise.all(
        ids.map((importId) =>
          api
            .POST('/api/imports/{importId}/retry', { params: { path: { importId } } })
            .catch(() => undefined),
        ),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: importKeys.list(group) }),
  });
}

/** Moves the copy to the trash; its line goes with it. */
export function useRemoveImportedCopy(onRemoved: (id: string) => void) {
  return useMutation({
    mutationFn: (assetId: string) =>
      dataOf(api.DELETE('/api/assets/{assetId}', { params: { path: { assetId } } })),
    onSuccess: (_, assetId) => onRemoved(assetId),
  });
}
