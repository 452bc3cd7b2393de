import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, dataOf } from '@/api/client';
import { Problem } from '@/api/problem';
import type { CreateTokenRequest, Session } from '@/api/types';
import { sessionQuery } from '@/core/session/query';
import { useSession } from '@/core/session/session';
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

/** What everybody is uploading into the workspace right now; polled while the page is open. */
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
    // Also if the upload has already ended by itself.
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
  // Other sessions begin and end in the meantime, and no event reports that.
  staleTime: 0,
});

/** Ends one session, or all others if the id is null. */
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

/** It had already ended by itself, which is what was wanted. */
function passIfGone(error: unknown): undefined {
  if (!(error instanceof Problem) || error.status !== 404) throw error;
}

/**
 * Changes the session at once, which the page follows, and stores the choice in the account for every device. The newest choice wins,
 * whichever answer arrives first.
 */
export function useChooseLanguage() {
  const client = useQueryClient();
  const { language: shown } = useSession().user;
  const newest = useRef({ turn: 0, saved: shown });
  const show = (language: string | null) =>
    client.setQueryData<Session>(
      sessionQuery.queryKey,
      (session) => session && { ...session, user: { ...session.user, language } },
    );
  return useMutation({
    mutationFn: (language: string | null) => dataOf(api.PATCH('/api/account', { body: { language } })),
    scope: { id: 'language' },
    onMutate: async (language) => {
      newest.current.turn += 1;
      const { turn } = newest.current;
      // An answer that is on its way still has the old language.
      await client.cancelQueries({ queryKey: sessionQuery.queryKey });
      if (turn === newest.current.turn) show(language);
      return turn;
    },
    onSuccess: (_, language) => {
      newest.current.saved = language;
    },
    onError: (error, _, turn) => {
      if (turn === newest.current.turn) show(newest.current.saved);
      showToast(error.message, true);
    },
  });
}
