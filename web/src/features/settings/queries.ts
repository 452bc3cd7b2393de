import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import { Problem } from '@/api/problem';
import type { CreateTokenRequest, Session } from '@/api/types';
import { sessionQuery } from '@/core/session/query';
import { chooseLanguage } from '@/lib/words';
import { tellMissing } from '@/ui/lazyPart';
import { showToast } from '@/ui/toast';

export const settingsKeys = {
  tokens: ['settings', 'tokens'] as const,
  sessions: ['settings', 'sessions'] as const,
  openUploads: ['settings', 'open-uploads'] as const,
};

export const tokensQuery = queryOptions({
  queryKey: settingsKeys.tokens,
  queryFn: ({ signal }) => dataOf(api.GET('/api/tokens', { signal })),
});

const lookAgainMs = 3000;

/** What everybody sends into the workspace right now; looked at again as long as the page is open. */
export const openUploadsQuery = queryOptions({
  queryKey: settingsKeys.openUploads,
  queryFn: ({ signal }) => dataOf(api.GET('/api/open-uploads', { signal })),
  refetchInterval: lookAgainMs,
});

export function useCancelUpload() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      dataOf(api.DELETE('/api/open-uploads/{uploadId}', { params: { path: { uploadId: id } } })),
    // Also where it has ended by itself meanwhile.
    onSettled: () => client.invalidateQueries({ queryKey: settingsKeys.openUploads }),
  });
}

export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateTokenRequest) => dataOf(api.POST('/api/tokens', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: settingsKeys.tokens }),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      dataOf(api.DELETE('/api/tokens/{tokenId}', { params: { path: { tokenId: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: settingsKeys.tokens }),
  });
}

export const sessionsQuery = queryOptions({
  queryKey: settingsKeys.sessions,
  queryFn: ({ signal }) => dataOf(api.GET('/api/sessions', { signal })),
  // Others begin and end in the meantime, and no event tells.
  staleTime: 0,
});

/** Ends one session, or all others where none is named. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) =>
      id === null
        ? dataOf(api.DELETE('/api/sessions'))
        : dataOf(api.DELETE('/api/sessions/{sessionId}', { params: { path: { sessionId: id } } })).catch(
            passIfGone,
          ),
    onSuccess: () => client.invalidateQueries({ queryKey: settingsKeys.sessions }),
  });
}

/** It has ended by itself, which is what was wanted. */
function passIfGone(error: unknown): undefined {
  if (!(error instanceof Problem) || error.status !== 404) throw error;
}

/** Speaks the language at once, and keeps it on the account for every device. */
export function useChooseLanguage() {
  const client = useQueryClient();
  const speak = (language: string | null) => {
    client.setQueryData<Session>(
      sessionQuery.queryKey,
      (session) => session && { ...session, user: { ...session.user, language } },
    );
    chooseLanguage(language).catch(tellMissing);
  };
  return useMutation({
    mutationFn: (language: string | null) => dataOf(api.PATCH('/api/account', { body: { language } })),
    scope: { id: 'language' },
    onMutate: (language) => {
      const before = client.getQueryData(sessionQuery.queryKey)?.user.language ?? null;
      speak(language);
      return before;
    },
    onError: (error, _, before) => {
      speak(before ?? null);
      showToast(error.message, true);
    },
  });
}
