import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';

export const settingsKeys = { tokens: ['settings', 'tokens'] as const };

export const tokensQuery = queryOptions({
  queryKey: settingsKeys.tokens,
  queryFn: ({ signal }) => dataOf(api.GET('/api/tokens', { signal })),
});

export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; scope: 'read' | 'write' }) =>
      dataOf(api.POST('/api/tokens', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: settingsKeys.tokens }),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      dataOf(api.DELETE('/api/tokens/{tokenId}', { params: { path: { tokenId: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: settingsKeys.tokens }),
  });
}
