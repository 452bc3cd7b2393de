import { t } from '@lingui/core/macro';
import { api, dataOf } from '@/api/client';
import { Problem } from '@/api/problem';
import type { ActionResult, ActionSummary, ActOnAssetsRequest, AssetAction } from '@/api/types';
import { refusalOr, refusalWordsInTime } from '@/api/words';
import { formatCount } from '@/lib/format';
import { filterOf } from '../search/filters';
import type { Target } from './targets';

/** One action. Labels go one per step, so that each answer says exactly which assets got which label. */
export interface Step {
  action: AssetAction;
  label?: string;
  group?: string;
}

export interface Undo {
  step: Step;
  ids: string[];
}

export interface Outcome {
  /** Assets that at least one step changed. */
  changed: Set<string>;
  /** How many assets the steps have processed. */
  seen: number;
  refused: Map<string, string>;
  undo: Undo[];
  /** The person stopped it, or chose not to continue. */
  stopped: boolean;
  /** Why it broke off half-way. Everything above was done before that. */
  failure: Problem | null;
}

/** Which assets a request is about. */
type Batch = Pick<ActOnAssetsRequest, 'assetIds' | 'filter' | 'except' | 'cursor'>;

interface Running {
  signal?: AbortSignal;
  onProgress?: (seen: number) => void;
  /** Unpublished posts use some assets of a batch. Resolves to whether to continue all the same. */
  onPostReferences?: (problem: Problem) => Promise<boolean>;
}

/** The most assets one request can name. */
export const idsAtOnce = 2000;

export function batchesOf<T>(all: readonly T[], size = idsAtOnce): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

const opposites: Partial<Record<AssetAction, AssetAction>> = {
  delete: 'restore',
  restore: 'delete',
  // untranslated: it is an action of the API
  label: 'unlabel',
  unlabel: 'label',
  star: 'unstar',
  unstar: 'star',
  draft: 'ready',
  ready: 'draft',
};

/** The step that undoes another, only for the assets that it changed; null if it cannot be undone. */
export function undoOf(step: Step, results: readonly ActionResult[]): Undo | null {
  const action = opposites[step.action];
  const ids = results.filter((result) => result.outcome === 'done').map((result) => result.assetId);
  return action === undefined || ids.length === 0 ? null : { step: { ...step, action }, ids };
}

export function emptyOutcome(): Outcome {
  return { changed: new Set(), seen: 0, refused: new Map(), undo: [], stopped: false, failure: null };
}

/** Runs the steps over the target, batch by batch. After a stop or a failure, what is done stays and is reported. */
export async function runSteps(
  steps: readonly Step[],
  target: Target,
  running: Running = {},
): Promise<Outcome> {
  const outcome = emptyOutcome();
  try {
    await runBatches(steps, target, running, outcome);
  } catch (error) {
    if (!(error instanceof Problem) || outcome.changed.size === 0) throw error;
    outcome.failure = error;
  }
  return outcome;
}

async function runBatches(steps: readonly Step[], target: Target, running: Running, outcome: Outcome) {
  let force = false;
  const send = async (step: Step, batch: Batch): Promise<ActionSummary | null> => {
    try {
      return await post(step, batch, force);
    } catch (error) {
      if (!(error instanceof Problem) || error.rule !== 'held-by-posts' || !running.onPostReferences)
        throw error;
      if (!(await running.onPostReferences(error))) return null;
      // The person is asked once; the answer applies to the following batches too.
      force = true;
      return post(step, batch, force);
    }
  };
  const runOn = async (batch: Batch): Promise<ActionSummary | null> => {
    let first: ActionSummary | null = null;
    for (const step of steps) {
      // A step may remove assets from what the filter finds, so the next step names them.
      const answer = await send(step, first ? { assetIds: first.results.map((one) => one.assetId) } : batch);
      if (answer === null) return null;
      first ??= answer;
      if (answer.results.some((one) => one.outcome === 'refused')) await refusalWordsInTime();
      note(step, answer.results, outcome);
      if (answer.results.length === 0) break;
    }
    outcome.seen += first?.results.length ?? 0;
    running.onProgress?.(outcome.seen);
    return first;
  };

  if (target.kind === 'ids') {
    for (const assetIds of batchesOf(target.ids)) {
      outcome.stopped = running.signal?.aborted === true || (await runOn({ assetIds })) === null;
      if (outcome.stopped) break;
    }
    return;
  }
  if (target.except.length > idsAtOnce) {
    const most = formatCount(idsAtOnce);
    throw new Problem(
      'too-many',
      t`You can leave out up to ${most} items. To leave out more, use a filter.`,
      0,
    );
  }
  const filter = filterOf(target.filters, target.group);
  let cursor: string | null = null;
  do {
    const answer: ActionSummary | null = await runOn({ filter, except: [...target.except], cursor });
    cursor = answer?.nextCursor ?? null;
    outcome.stopped = answer === null || (cursor !== null && running.signal?.aborted === true);
  } while (cursor !== null && !outcome.stopped);
}

function note(step: Step, results: readonly ActionResult[], outcome: Outcome) {
  const undo = undoOf(step, results);
  if (undo) outcome.undo.push(undo);
  for (const { assetId, outcome: what, reason, code, members } of results)
    if (what === 'done') outcome.changed.add(assetId);
    else if (what === 'refused')
      outcome.refused.set(assetId, refusalOr(code, members, reason ?? t`Something went wrong.`));
}

function post({ action, label, group }: Step, batch: Batch, force: boolean): Promise<ActionSummary> {
  const body: ActOnAssetsRequest = { ...batch, action, force, groupId: group ?? null };
  if (label !== undefined) body.labels = [label];
  return dataOf(api.POST('/api/assets/actions', { body }));
}

/** Undoes an action, its last step first. */
export async function takeBack(undo: readonly Undo[]): Promise<Outcome> {
  const outcome = emptyOutcome();
  for (const { step, ids } of [...undo].reverse()) {
    const part = await runSteps([step], { kind: 'ids', ids });
    outcome.seen += part.seen;
    for (const id of part.changed) outcome.changed.add(id);
    for (const [id, reason] of part.refused) outcome.refused.set(id, reason);
  }
  return outcome;
}
