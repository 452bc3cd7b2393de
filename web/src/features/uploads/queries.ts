import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';

export const uploadKeys = {
  existing: (id: string) => ['uploads', 'existing', id] as const,
};

/** The asset that already has the same bytes; only its name is shown. */
export function existingQuery(id: string) {
  return queryOptions({
    queryKey: uploadKeys.existing(id),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/assets/{assetId}', { params: { path: { assetId: id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

export function useRemoveCopy(onRemoved: (item: string) => void) {
  return useMutation({
    mutationFn: ({ assetId }: { item: string; assetId: string }) =>
      dataOf(api.DELETE('/api/assets/{assetId}', { params: { path: { assetId: assetId } } })),
    onSuccess: (_, { item }) => onRemoved(item),
  });
}
