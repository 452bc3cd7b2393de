import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/client';
import { outageStore } from '@/api/outage';
import { refreshAll } from '@/core/live/touched';
import { useStore } from '@/lib/store';

const askMs = 3000;

/** Whether the server's database is unavailable. Polls until it is back, then refetches what is shown. */
export function useOutage(): boolean {
  const client = useQueryClient();
  const away = useStore(outageStore);
  useEffect(() => {
    if (!away) return;
    const timer = setInterval(() => void api.GET('/api/session').catch(() => undefined), askMs);
    return () => {
      clearInterval(timer);
      // Not only the queries that failed: in a list that loaded, the grid may have tiles that did not.
      void refreshAll(client);
    };
  }, [away, client]);
  return away;
}
