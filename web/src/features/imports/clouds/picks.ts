import type { CloudEntry } from '@/api/types';

/** What is ticked, by id; it stays while the person goes on to other folders. */
export type Picks = ReadonlyMap<string, CloudEntry>;

export const noPicks: Picks = new Map();

export function isPickable(entry: CloudEntry): boolean {
  return entry.kind !== 'folder' && entry.refusal === null;
}

export function toggled(picks: Picks, entry: CloudEntry): Picks {
  const next = new Map(picks);
  if (!next.delete(entry.id) && isPickable(entry)) next.set(entry.id, entry);
  return next;
}

/** Ticks everything from the one that was touched last to this one, as it stands on the page. */
export function withRange(
  picks: Picks,
  shown: readonly CloudEntry[],
  from: string | null,
  to: string,
): Picks {
  const [a, b] = [shown.findIndex(({ id }) => id === from), shown.findIndex(({ id }) => id === to)];
  const target = shown[b];
  if (a < 0 || target === undefined) return target ? toggled(picks, target) : picks;
  return withAll(picks, shown.slice(Math.min(a, b), Math.max(a, b) + 1));
}

export function withAll(picks: Picks, entries: readonly CloudEntry[]): Picks {
  return new Map([...picks, ...entries.filter(isPickable).map((entry) => [entry.id, entry] as const)]);
}
