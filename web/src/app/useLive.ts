import { useQueryClient } from '@tanstack/react-query';
import { refresh, refreshAll } from '@/core/live/touched';
import { useLiveEvents } from '@/core/live/useLiveEvents';
import { leave } from '@/features/library/live';
import type { Uploads } from '@/features/uploads/Uploads';

/** Ties the events of the server to what this page shows. Returns whether the connection is lost. */
export function useLive(uploads: Uploads): boolean {
  const client = useQueryClient();
  return useLiveEvents({
    onChanges: async (batch) => {
      void uploads.assetsRefused(batch.refused);
      leave(client, batch.gone);
      await refresh(client, batch.changes);
    },
    onReconnect: async () => {
      void uploads.recheck();
      await refreshAll(client);
    },
  });
}
