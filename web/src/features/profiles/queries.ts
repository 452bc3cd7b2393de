import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { CreateProfileRequest, EditProfileRequest } from '@/api/types';
import { refreshProfiles } from '@/core/posts/refresh';

function useChange<Variables, Answer>(change: (variables: Variables) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => refreshProfiles(client) });
}

export function useCreateProfile() {
  return useChange((body: CreateProfileRequest) => dataOf(api.POST('/api/profiles', { body })));
}

export function useEditProfile(id: string) {
  return useChange((body: EditProfileRequest) =>
    dataOf(api.PATCH('/api/profiles/{profileId}', { params: { path: { profileId: id } }, body })),
  );
}

/** A profile with posts is archived instead, and its posts stay. */
export function useRemoveProfile() {
  return useChange((id: string) =>
    dataOf(api.DELETE('/api/profiles/{profileId}', { params: { path: { profileId: id } } })),
  );
}

export function useBringBack() {
  return useChange((id: string) =>
    dataOf(api.POST('/api/profiles/{profileId}/restore', { params: { path: { profileId: id } } })),
  );
}
