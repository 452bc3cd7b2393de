import { useQueryClient } from '@tanstack/react-query';
import { useLiveEvents } from '@/features/events/useLiveEvents';
import { applyAssetChanges, reloadLibrary } from '@/features/library/live';
import type { Uploads } from '@/features/uploads/Uploads';

/** Ties the events of the server to the features that show what they speak of. Returns whether the connection is lost. */
export function useLive(uploads: Uploads): boolean {
  const client = useQueryClient();
  return useLiveEvents({
    onChanges: async (batch) => {
      void uploads.assetsGone(batch.deleted);
      await applyAssetChanges(client, batch);
    },
    onReconnect: async () => {
      void uploads.recheck();
      await reloadLibrary(client);
    },
  });
}
