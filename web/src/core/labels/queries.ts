import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { Label } from '@/api/types';
import { labelKeys } from '@/core/live/keys';
import { refresh } from '@/core/live/touched';

const suggestions = 8;
const page = 1000;

async function fetchLabels(group: string, q: string, limit: number, signal?: AbortSignal): Promise<Label[]> {
  const query = { group, q: q || undefined, limit };
  return (await dataOf(api.GET('/api/labels', { params: { query }, signal }))).items;
}

/** Suggestions for a typed text: names that begin with it first, then the most used. */
export function suggestionsQuery(group: string, q: string) {
  return queryOptions({
    queryKey: labelKeys.found(group, q, suggestions),
    queryFn: ({ signal }) => fetchLabels(group, q, suggestions, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function labelsQuery(group: string, q: string) {
  return queryOptions({
    queryKey: labelKeys.found(group, q, page),
    queryFn: ({ signal }) => fetchLabels(group, q, page, signal),
    placeholderData: keepPreviousData,
  });
}

export function useRenameLabel() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, name, merge }: { id: number; name: string; merge: boolean }) =>
      dataOf(
        api.PATCH('/api/labels/{labelId}', { params: { path: { labelId: id } }, body: { name, merge } }),
      ),
    onSuccess: refresh,
  });
}

export function useDeleteLabel() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: number) =>
      dataOf(api.DELETE('/api/labels/{labelId}', { params: { path: { labelId: id } } })),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const client = useQueryClient();
  return () => refresh(client, [{ kind: 'label', action: 'changed', ids: [], fields: ['name'] }]);
}
