import type { Import } from '@/api/types';

export interface ImportTotals {
  open: number;
  done: number;
  failed: number;
  duplicates: number;
  /** Received, and how much is known to come; of what is open or done. */
  received: number;
  bytes: number;
}

/**
 * What the bar shows of the member's imports: what is under way, what failed or is a copy until the member has
 * decided about it, and of what else is done that which this visit has seen under way.
 */
export function shownOf(items: readonly Import[], seen: ReadonlySet<string>): Import[] {
  const ranked: Import[][] = [[], [], [], [], []];
  for (const item of items)
    if (item.status !== 'done' || item.duplicateOf !== null || seen.has(item.id))
      ranked[rank(item)]?.push(item);
  return ranked.flat();
}

export function totalsOf(items: readonly Import[]): ImportTotals {
  const totals = { open: 0, done: 0, failed: 0, duplicates: 0, received: 0, bytes: 0 };
  for (const item of items) {
    if (item.status === 'failed') {
      totals.failed += 1;
      continue;
    }
    totals.received += item.receivedBytes;
    totals.bytes += Math.max(item.totalBytes ?? 0, item.receivedBytes);
    if (item.status === 'done') totals.done += 1;
    else totals.open += 1;
    if (item.duplicateOf !== null) totals.duplicates += 1;
  }
  return totals;
}

export function isOpen(item: Import): boolean {
  return item.status === 'waiting' || item.status === 'running';
}

/** Failed first, then copies to decide about, what runs, what waits, what is done. */
function rank(item: Import): number {
  if (item.status === 'failed') return 0;
  if (item.duplicateOf !== null) return 1;
  if (item.status === 'running') return 2;
  return item.status === 'waiting' ? 3 : 4;
}
