import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, dataOf } from '@/api/client';
import { Problem } from '@/api/problem';
import type { Asset, AssetText } from '@/api/types';
import { libraryKeys } from '@/core/live/keys';
import { useSession } from '@/core/session/session';
import { putAsset } from '../view/queries';
import { type Draft, keepDraft, readDraft } from './drafts';

/** One text of an asset while somebody changes it. What others wrote meanwhile is never overwritten unseen. */
export function useTextField(asset: Asset, field: AssetText) {
  const { user } = useSession();
  const client = useQueryClient();
  const saved = asset[field] ?? '';
  const [draft, setDraft] = useState(() => readDraft(user.id, asset.id, field));
  const [theirs, setTheirs] = useState<string | null>(null);
  /** A second save beside the first would meet its text as somebody else's. */
  const sending = useRef(false);

  const change = (next: Draft | null) => {
    setDraft(next);
    keepDraft(user.id, asset.id, field, next);
  };
  const type = (text: string) => change({ text, base: draft?.base ?? saved });

  const takeTheirs = () => {
    change(null);
    setTheirs(null);
    save.reset();
    void client.invalidateQueries({ queryKey: libraryKeys.asset(asset.id) });
  };

  const save = useMutation({
    mutationFn: ({ text, base }: Draft) =>
      dataOf(
        api.PATCH('/api/assets/{assetId}', {
          params: { path: { assetId: asset.id } },
          body: { [field]: text, expected: { [field]: base } },
        }),
      ),
    // Another field of the asset was saved at the same moment, so this one can simply be sent again.
    retry: (failures, error) =>
      isPassing(error) || (isConflict(error) && theirsOf(error, field) === draft?.base && failures < 3),
    retryDelay: (_, error) => (isPassing(error) ? 3000 : 50),
    onSuccess: (fresh, sent) => {
      // What was typed while it was being saved is not lost: it now builds on what was saved.
      setDraft((now) => {
        const rest = now && now.text !== sent.text ? { text: now.text, base: fresh[field] ?? '' } : null;
        keepDraft(user.id, asset.id, field, rest);
        return rest;
      });
      setTheirs(null);
      putAsset(client, fresh);
      void client.invalidateQueries({ queryKey: libraryKeys.views });
    },
    onError: (error, sent) => {
      if (!isConflict(error)) return;
      // Both wrote the same, so there is nothing to choose.
      if (theirsOf(error, field) === sent.text) takeTheirs();
      else setTheirs(theirsOf(error, field));
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
    /** Puts back what is saved. */
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

/** The database is away. The page says so, and the text is saved when it is back. */
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
