import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { refresh, refreshAll } from '@/core/live/touched';
import { useLiveEvents } from '@/core/live/useLiveEvents';
import { sessionQuery } from '@/core/session/query';
import { forgetDeleted } from '@/features/library/forgetDeleted';

/** Applies the server's events to what this page shows. Returns whether the connection is lost. */
export function useLive(): boolean {
  const client = useQueryClient();
  const router = useRouter();
  return useLiveEvents({
    onChanges: async (batch) => {
      forgetDeleted(client, batch.gone);
      await refresh(client, batch.changes);
    },
    onReconnect: () => refreshAll(client),
    onEnded: () => {
      client.removeQueries({ queryKey: sessionQuery.queryKey });
      void router.invalidate();
    },
  });
}
