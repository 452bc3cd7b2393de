import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/client';
import { outageStore } from '@/api/outage';
import { refreshAll } from '@/core/live/touched';
import { useStore } from '@/lib/store';

const askMs = 3000;

/** Whether the server's database is away. Asks until it is back, and then anew for what is shown. */
export function useOutage(): boolean {
  const client = useQueryClient();
  const away = useStore(outageStore);
  useEffect(() => {
    if (!away) return;
    const timer = setInterval(() => void api.GET('/api/session').catch(() => undefined), askMs);
    return () => {
      clearInterval(timer);
      // Not only what is known to have failed: the grid has tiles that could not be had, in a list that had come.
      void refreshAll(client);
    };
  }, [away, client]);
  return away;
}
