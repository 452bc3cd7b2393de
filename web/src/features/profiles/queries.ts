import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { Platform, Profile } from '@/api/types';
import { refreshProfiles } from '@/core/posts/refresh';

export interface ProfileEdit {
  handle: string;
  displayName: string | null;
  timeZone: string;
  /** None means all of the platform. */
  surfaces: string[];
  pictureAssetId: string | null;
}

export interface NewProfile extends ProfileEdit {
  group: string;
  platform: Platform;
}

function useChange<Variables, Answer>(change: (variables: Variables) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => refreshProfiles(client) });
}

export function useCreateProfile() {
  return useChange((body: NewProfile): Promise<Profile> => dataOf(api.POST('/api/profiles', { body })));
}

export function useEditProfile(id: string) {
  return useChange(
    (body: ProfileEdit): Promise<Profile> =>
      dataOf(api.PATCH('/api/profiles/{profileId}', { params: { path: { profileId: id } }, body })),
  );
}

/** One with posts is archived instead, and they stay. */
export function useRemoveProfile() {
  return useChange(
    (id: string): Promise<{ archived: boolean }> =>
      dataOf(api.DELETE('/api/profiles/{profileId}', { params: { path: { profileId: id } } })),
  );
}

export function useBringBack() {
  return useChange(
    (id: string): Promise<Profile> =>
      dataOf(api.POST('/api/profiles/{profileId}/restore', { params: { path: { profileId: id } } })),
  );
}
