import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';

export const settingsKeys = {
  tokens: ['settings', 'tokens'] as const,
  openUploads: ['settings', 'open-uploads'] as const,
};

export const tokensQuery = queryOptions({
  queryKey: settingsKeys.tokens,
  queryFn: ({ signal }) => dataOf(api.GET('/api/tokens', { signal })),
});

const lookAgainMs = 3000;

/** What everybody sends into the workspace right now; looked at again as long as the page is open. */
export const openUploadsQuery = queryOptions({
  queryKey: settingsKeys.openUploads,
  queryFn: ({ signal }) => dataOf(api.GET('/api/open-uploads', { signal })),
  refetchInterval: lookAgainMs,
});

export function useCancelUpload() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      dataOf(api.DELETE('/api/open-uploads/{uploadId}', { params: { path: { uploadId: id } } })),
    // Also where it has ended by itself meanwhile.
    onSettled: () => client.invalidateQueries({ queryKey: settingsKeys.openUploads }),
  });
}

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
