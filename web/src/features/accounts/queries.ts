import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { Session } from '@/api/types';
import { showToast } from '@/ui/toast';

export const accountKeys = {
  session: ['accounts', 'session'] as const,
  setup: ['accounts', 'setup'] as const,
};

export const sessionQuery = queryOptions({
  queryKey: accountKeys.session,
  queryFn: ({ signal }) => dataOf(api.GET('/api/session', { signal })),
  staleTime: 5 * 60_000,
  retry: false,
});

export const setupQuery = queryOptions({
  queryKey: accountKeys.setup,
  queryFn: ({ signal }) => dataOf(api.GET('/api/setup', { signal })),
  retry: false,
  staleTime: 0,
});

export function useSetUp(onDone: () => void) {
  const enter = useEnter(onDone);
  return useMutation({
    mutationFn: (body: { name: string; email: string; password: string }) =>
      dataOf(api.POST('/api/setup', { body })),
    onSuccess: enter,
  });
}

export function useSignIn(onDone: () => void) {
  const enter = useEnter(onDone);
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => dataOf(api.POST('/api/session', { body })),
    onSuccess: enter,
  });
}

export function useSignOut(onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (everywhere: boolean) =>
      dataOf(api.DELETE('/api/session', { params: { query: { everywhere } } })),
    onSuccess: () => {
      client.clear();
      onDone();
    },
    // The menu is closed by then; its own words would not be seen.
    onError: (error) => showToast(error.message, true),
  });
}

function useEnter(onDone: () => void) {
  const client = useQueryClient();
  return (session: Session) => {
    // Nothing of the person who used this browser before may be shown to the next one.
    client.clear();
    client.setQueryData(accountKeys.session, session);
    onDone();
  };
}
