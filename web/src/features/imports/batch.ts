import { plural } from '@lingui/core/macro';
import type { Import } from '@/api/types';

export interface ImportTotals {
  count: number;
  open: number;
  done: number;
  failed: number;
  duplicates: number;
  /** Bytes received, and below the bytes known to come; of open and finished imports. */
  received: number;
  bytes: number;
  /** How many open imports have an unknown size. */
  unknown: number;
  /** From 0 to 1: by bytes if all sizes are known, otherwise by files. */
  progress: number;
}

/**
 * The member's imports that the bar shows: open ones; failures and copies, until the member has decided about them; and other finished ones
 * that this visit saw open.
 */
export function shownOf(items: readonly Import[], seen: ReadonlySet<string>): Import[] {
  const ranked: Import[][] = [[], [], [], [], []];
  for (const item of items)
    if (item.status !== 'done' || item.duplicateOf !== null || seen.has(item.id))
      ranked[rank(item)]?.push(item);
  return ranked.flat();
}

/** While anything is open, only imports that this visit saw open count: earlier failures are not part of this round. */
export function totalsOf(items: readonly Import[], seen: ReadonlySet<string>): ImportTotals {
  const totals = { count: 0, open: 0, done: 0, failed: 0, duplicates: 0, received: 0, bytes: 0, unknown: 0 };
  const busy = items.some(isOpen);
  let parts = 0;
  for (const item of items) {
    if (busy && !isOpen(item) && !seen.has(item.id)) continue;
    totals.count += 1;
    if (item.status === 'failed') {
      totals.failed += 1;
      continue;
    }
    totals.received += item.receivedBytes;
    totals.bytes += Math.max(item.totalBytes ?? 0, item.receivedBytes);
    if (item.status === 'done') totals.done += 1;
    else {
      totals.open += 1;
      if (item.totalBytes === null) totals.unknown += 1;
      else if (item.totalBytes > 0) parts += Math.min(1, item.receivedBytes / item.totalBytes);
    }
    if (item.duplicateOf !== null) totals.duplicates += 1;
  }
  const byFiles = (totals.done + totals.failed + parts) / Math.max(1, totals.count);
  const byBytes = totals.unknown === 0 && totals.bytes > 0;
  return { ...totals, progress: byBytes ? totals.received / totals.bytes : byFiles };
}

/** What became of the imports that did not fail: new files, and files the library had already. */
export function importedInWords({ done, duplicates }: Pick<ImportTotals, 'done' | 'duplicates'>): string[] {
  const fresh = done - duplicates;
  const parts: string[] = [];
  if (fresh > 0) parts.push(plural(fresh, { one: '# file imported', other: '# files imported' }));
  if (duplicates > 0)
    parts.push(
      plural(duplicates, {
        one: '# file was already in the library',
        other: '# files were already in the library',
      }),
    );
  return parts;
}

/** The list with the imports just started in front, in their first state. */
export function begun(items: readonly Import[], started: readonly Import[]): Import[] {
  const ids = new Set(started.map(({ id }) => id));
  return [...started, ...items.filter(({ id }) => !ids.has(id))];
}

/** The import as it will be in a moment: one that is being retried has not failed. */
export function retried(item: Import): Import {
  return { ...item, status: 'waiting', receivedBytes: 0, failure: null, endedAt: null };
}

export function isOpen(item: Import): boolean {
  return item.status === 'waiting' || item.status === 'running';
}

/** Failed first, then copies to decide about, running, waiting, done. */
function rank(item: Import): number {
  if (item.status === 'failed') return 0;
  if (item.duplicateOf !== null) return 1;
  if (item.status === 'running') return 2;
  return item.status === 'waiting' ? 3 : 4;
}
