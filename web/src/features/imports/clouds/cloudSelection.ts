import type { CloudEntry } from '@/api/types';

/** The selected entries by id; they stay selected while the person looks into other folders. */
export type CloudSelection = ReadonlyMap<string, CloudEntry>;

export const nothingSelected: CloudSelection = new Map();

export function isSelectable(entry: CloudEntry): boolean {
  return entry.kind !== 'folder' && entry.refusal === null;
}

export function toggled(selection: CloudSelection, entry: CloudEntry): CloudSelection {
  const next = new Map(selection);
  if (!next.delete(entry.id) && isSelectable(entry)) next.set(entry.id, entry);
  return next;
}

/** Selects everything from the last touched entry to this one, in the order of the page. */
export function withRange(
  selection: CloudSelection,
  shown: readonly CloudEntry[],
  from: string | null,
  to: string,
): CloudSelection {
  const [a, b] = [shown.findIndex(({ id }) => id === from), shown.findIndex(({ id }) => id === to)];
  const target = shown[b];
  if (a < 0 || target === undefined) return target ? toggled(selection, target) : selection;
  return withAll(selection, shown.slice(Math.min(a, b), Math.max(a, b) + 1));
}

export function withAll(selection: CloudSelection, entries: readonly CloudEntry[]): CloudSelection {
  return new Map([...selection, ...entries.filter(isSelectable).map((entry) => [entry.id, entry] as const)]);
}
