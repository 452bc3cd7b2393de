import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, dataOf } from '@/api/client';
import { Problem } from '@/api/problem';
import type { Asset, AssetText } from '@/api/types';
import { libraryKeys } from '@/core/live/keys';
import { useSession } from '@/core/session/session';
import { putAsset } from '../view/queries';
import { type Draft, keepDraft, readDraft } from './drafts';

/** One text of an asset while it is being edited. Never overwrites unseen what others wrote in the meantime. */
export function useTextField(asset: Asset, field: AssetText) {
  const { user } = useSession();
  const client = useQueryClient();
  const saved = asset[field] ?? '';
  const [draft, setDraft] = useState(() => readDraft(user.id, asset.id, field));
  const [theirs, setTheirs] = useState<string | null>(null);
  /** True while saving: a second save would take the text of the first for somebody else's. */
  const sending = useRef(false);

  const change = (next: Draft | null) => {
    setDraft(next);
    keepDraft(user.id, asset.id, field, next);
  };
  const type = (text: string) => change({ text, base: draft?.base ?? saved });

  /** Text typed during the save is kept; it builds on what the server has now. */
  const keepWhatFollows = (sent: string, base: string) => {
    setDraft((now) => {
      const rest = now && now.text !== sent ? { text: now.text, base } : null;
      keepDraft(user.id, asset.id, field, rest);
      return rest;
    });
    setTheirs(null);
  };

  const refresh = () => {
    save.reset();
    void client.invalidateQueries({ queryKey: libraryKeys.asset(asset.id) });
  };

  const takeTheirs = () => {
    change(null);
    setTheirs(null);
    refresh();
  };

  const save = useMutation({
    mutationFn: ({ text, base }: Draft) =>
      dataOf(
        api.PATCH('/api/assets/{assetId}', {
          params: { path: { assetId: asset.id } },
          body: { [field]: text, expected: { [field]: base } },
        }),
      ),
    // If another field of the asset was saved at the same moment, this one can simply be sent again.
    retry: (failures, error) =>
      isPassing(error) || (isConflict(error) && theirsOf(error, field) === draft?.base && failures < 3),
    retryDelay: (_, error) => (isPassing(error) ? 3000 : 50),
    onSuccess: (fresh, sent) => {
      keepWhatFollows(sent.text, fresh[field] ?? '');
      putAsset(client, fresh);
      void client.invalidateQueries({ queryKey: libraryKeys.views });
    },
    onError: (error, sent) => {
      if (!isConflict(error)) return;
      const text = theirsOf(error, field);
      if (text !== sent.text) return setTheirs(text);
      // Both wrote the same, so there is nothing to choose.
      keepWhatFollows(sent.text, text);
      refresh();
    },
    onSettled: () => {
      sending.current = false;
    },
  });

  const send = (wanted: Draft) => {
    if (sending.current) return;
    sending.current = true;
    save.mutate(wanted);
  };

  const text = draft?.text ?? saved;
  const dirty = draft !== null && draft.text !== saved;
  return {
    text,
    saved,
    dirty,
    type,
    /** Restores the saved text. */
    discard: () => {
      change(null);
      setTheirs(null);
      save.reset();
    },
    save: () => dirty && send(draft),
    saving: save.isPending,
    error: save.error && !isConflict(save.error) ? save.error.message : null,
    conflict:
      theirs === null || draft === null ? null : { mine: draft.text, theirs, words: save.error?.message },
    keepMine: () => {
      if (theirs === null || draft === null) return;
      const next = { text: draft.text, base: theirs };
      change(next);
      setTheirs(null);
      send(next);
    },
    takeTheirs,
  };
}

/** The database is unavailable. The page says so, and the text is saved once it is back. */
function isPassing(error: unknown): boolean {
  return error instanceof Problem && error.rule === 'database-unavailable';
}

function isConflict(error: unknown): error is Problem {
  return error instanceof Problem && error.rule === 'edited-meanwhile';
}

function theirsOf(problem: Problem, field: AssetText): string {
  const value = problem.members[field];
  return typeof value === 'string' ? value : '';
}
