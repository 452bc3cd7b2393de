import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Problem } from '@/api/problem';
import type { Asset } from '@/api/types';
import { libraryKeys } from '@/core/live/keys';
import { refresh } from '@/core/live/touched';
import { showToast } from '@/ui/toast';
import { dropAsset, putAsset } from '../view/queries';
import { type Outcome, runSteps, type Step, takeBack } from './actions';
import { describeDone } from './describeDone';
import { openDialog } from './openDialog';
import { advanceAction, beginAction, endAction } from './runningActions';
import { sizeOf, type Target } from './targets';

const verbs: Record<Step['action'], MessageDescriptor> = {
  delete: msg`Moving to trash`,
  restore: msg`Restoring`,
  label: msg`Labelling`,
  unlabel: msg`Removing labels`,
  star: msg`Starring`,
  unstar: msg`Removing stars`,
  draft: msg`Marking as draft`,
  ready: msg`Marking as ready`,
  move: msg`Moving`,
};

/** Up to this many deleted assets leave the screen at once. With more, the list is reloaded. */
const droppedAtOnce = 200;

/** Runs an action, shows its progress and reports the result, with Undo if it can be undone. */
export async function perform(client: QueryClient, steps: Step[], target: Target): Promise<Outcome | null> {
  const controller = new AbortController();
  const [first] = steps;
  if (first === undefined || sizeOf(target) === 0) return null;
  const run = beginAction({
    words: i18n._(verbs[first.action]),
    total: sizeOf(target),
    stop: () => controller.abort(),
  });
  try {
    const outcome = await runSteps(steps, target, {
      signal: controller.signal,
      onProgress: (seen) => advanceAction(run, seen),
      onPostReferences: (problem) =>
        new Promise((answer) => openDialog({ kind: 'postReferences', problem, answer })),
    });
    if (first.action === 'delete' && outcome.changed.size <= droppedAtOnce)
      for (const id of outcome.changed) dropAsset(client, id);
    void catchUp(client, first, outcome);
    if (outcome.stopped && outcome.changed.size === 0) return outcome;
    const undo = outcome.undo.length > 0 ? () => void undoAll(client, outcome) : undefined;
    showToast(
      describeDone(steps, outcome),
      outcome.refused.size > 0 || outcome.failure !== null,
      undo && { label: t`Undo`, run: undo },
    );
    return outcome;
  } catch (error) {
    showToast(sentenceOf(error), true);
    return null;
  } finally {
    endAction(run);
  }
}

async function undoAll(client: QueryClient, { undo }: Outcome): Promise<void> {
  const run = beginAction({ words: t`Undoing`, total: new Set(undo.flatMap((one) => one.ids)).size });
  try {
    const outcome = await takeBack(undo);
    const [refusal] = outcome.refused.values();
    if (refusal) showToast(t`Couldn’t undo everything: ${refusal}`, true);
    else showToast(t`Undone`);
    const [first] = undo;
    if (first) await catchUp(client, first.step, outcome);
  } catch (error) {
    const reason = sentenceOf(error);
    showToast(t`Couldn’t undo: ${reason}`, true);
  } finally {
    endAction(run);
  }
}

/** The server's events cause the same refetches, but they may be late or the connection may be lost. */
async function catchUp(client: QueryClient, { action }: Step, { changed }: Outcome): Promise<void> {
  if (changed.size === 0) return;
  const ids = [...changed];
  const moves = action === 'delete' || action === 'restore' || action === 'move';
  await refresh(client, [{ kind: 'asset', action: moves ? 'deleted' : 'changed', ids, fields: [] }]);
}

export function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return error.message;
  throw error;
}

export function usePerform() {
  const client = useQueryClient();
  return useMemo(
    () => ({
      perform: (steps: Step[], target: Target) => perform(client, steps, target),
      /** Shows the star before the server has answered, and takes it back if the server refuses. */
      star: async (asset: Asset) => {
        const starred = !asset.starred;
        putAsset(client, { ...asset, starred });
        try {
          await runSteps([{ action: starred ? 'star' : 'unstar' }], { kind: 'ids', ids: [asset.id] });
          await client.invalidateQueries({ queryKey: libraryKeys.views });
        } catch (error) {
          putAsset(client, asset);
          showToast(sentenceOf(error), true);
        }
      },
    }),
    [client],
  );
}
