import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import { Problem } from '@/api/problem';
import type { Session, SetUpRequest, SignInRequest } from '@/api/types';
import { belongedToAnother, belongTo, signedOut, startAnew } from '@/core/session/member';
import { sessionQuery } from '@/core/session/query';
import { showToast } from '@/ui/toast';

export const setupQuery = queryOptions({
  queryKey: ['accounts', 'setup'] as const,
  queryFn: ({ signal }) => dataOf(api.GET('/api/setup', { signal })),
  retry: false,
  staleTime: 0,
});

export function useSetUp(onDone: () => void) {
  const enter = useEnter(onDone);
  return useMutation({
    mutationFn: (body: SetUpRequest) => dataOf(api.POST('/api/setup', { body })),
    onSuccess: enter,
  });
}

export function useSignIn(onDone: () => void) {
  const enter = useEnter(onDone);
  return useMutation({
    mutationFn: (body: SignInRequest) => dataOf(api.POST('/api/session', { body })),
    onSuccess: enter,
  });
}

/** Ends the session, and with it the page and everything it holds in memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: (everywhere: boolean) =>
      dataOf(api.DELETE('/api/session', { params: { query: { everywhere } } })),
    onSuccess: signedOut,
    onError: (error) => {
      // The session had already ended, which is what was wanted.
      if (error instanceof Problem && error.status === 401) signedOut();
      // The menu is closed by now, so an error inside it would not be seen.
      else showToast(error.message, true);
    },
  });
}

function useEnter(onDone: () => void) {
  const client = useQueryClient();
  return (session: Session) => {
    // Nothing of the person who used this page before may be shown to the next one, or sent in their name.
    if (belongedToAnother(session.user.id)) {
      belongTo(session.user.id);
      startAnew();
      return;
    }
    client.clear();
    client.setQueryData(sessionQuery.queryKey, session);
    onDone();
  };
}
