import { plural, t } from '@lingui/core/macro';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import { Problem } from '@/api/problem';
import { trashKeys } from '@/core/live/keys';

const pageSize = 120;
/** How many days something stays in the trash before it is deleted for good. */
const keptDays = 30;
const dayMs = 86_400_000;

export function trashQuery(group: string) {
  return infiniteQueryOptions({
    queryKey: trashKeys.list(group),
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/assets', {
          params: { query: { group, trash: true, limit: pageSize, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function trashTotalQuery(group: string) {
  return {
    queryKey: [...trashKeys.list(group), 'total'],
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      (await dataOf(api.GET('/api/assets/summary', { params: { query: { group, trash: true } }, signal })))
        .total,
  };
}

/** Days until it is deleted for good, counting the current day. */
export function daysLeft(trashedAt: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(trashedAt) + keptDays * dayMs - now) / dayMs));
}

export function daysLeftInWords(days: number): string {
  return days === 0 ? t`Last day` : plural(days, { one: '# day left', other: '# days left' });
}

interface Progress {
  signal: AbortSignal;
  onProgress: (removed: number) => void;
}

/** One by one, so that a stop leaves the rest in place. Returns how many were removed. */
export async function removeForGood(
  ids: readonly string[],
  { signal, onProgress }: Progress,
): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    if (signal.aborted) break;
    try {
      await dataOf(api.DELETE('/api/assets/{assetId}', { params: { path: { assetId: id } } }));
    } catch (error) {
      // Somebody else has deleted it already, which is just as well.
      if (!(error instanceof Problem) || error.status !== 404) throw error;
    }
    removed += 1;
    onProgress(removed);
  }
  return removed;
}

/** Sends requests until nothing is left. Stops if a request removes nothing, because it would never end. */
export async function emptyTrash(group: string, { signal, onProgress }: Progress): Promise<number> {
  let removed = 0;
  for (;;) {
    const round = await dataOf(api.DELETE('/api/trash', { params: { query: { group } } }));
    removed += round.removed;
    onProgress(removed);
    if (round.left === 0 || round.removed === 0 || signal.aborted) return removed;
  }
}
