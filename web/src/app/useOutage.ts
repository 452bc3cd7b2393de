import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/client';
import { outageStore } from '@/api/outage';
import { useStore } from '@/lib/store';

const askMs = 3000;

/** Whether the server's database is away. Asks until it is back, and then anew for what could not be had meanwhile. */
export function useOutage(): boolean {
  const client = useQueryClient();
  const away = useStore(outageStore);
  useEffect(() => {
    if (!away) return;
    const timer = setInterval(() => void api.GET('/api/session').catch(() => undefined), askMs);
    return () => {
      clearInterval(timer);
      void client.refetchQueries({ predicate: (query) => query.state.status === 'error' });
    };
  }, [away, client]);
  return away;
}
