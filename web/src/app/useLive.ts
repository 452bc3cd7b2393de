import { useQueryClient } from '@tanstack/react-query';
import { refresh, refreshAll } from '@/core/live/touched';
import { useLiveEvents } from '@/core/live/useLiveEvents';
import { leave } from '@/features/library/live';

/** Ties the events of the server to what this page shows. Returns whether the connection is lost. */
export function useLive(): boolean {
  const client = useQueryClient();
  return useLiveEvents({
    onChanges: async (batch) => {
      leave(client, batch.gone);
      await refresh(client, batch.changes);
    },
    onReconnect: () => refreshAll(client),
  });
}
