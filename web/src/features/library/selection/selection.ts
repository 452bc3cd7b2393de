import type { Filters } from '@/core/assets/filters';
import type { Range } from '../view/libraryView';

/** What a person has selected: individual assets, or everything a filter finds, loaded or not. */
export type Selection =
  | { kind: 'some'; ids: ReadonlySet<string> }
  | { kind: 'all'; filters: Filters; total: number; except: ReadonlySet<string> };

/** The most assets a range or a rectangle can select, which is also the most one action can name. */
export const mostSelected = 2000;

export const nothing: Selection = { kind: 'some', ids: new Set() };

export function everything(filters: Filters, total: number): Selection {
  return { kind: 'all', filters, total, except: new Set() };
}

export function countOf(selection: Selection): number {
  return selection.kind === 'some'
    ? selection.ids.size
    : Math.max(0, selection.total - selection.except.size);
}

export function isSelected(selection: Selection, id: string): boolean {
  return selection.kind === 'some' ? selection.ids.has(id) : !selection.except.has(id);
}

/** Selects or deselects assets. */
export function withIds(selection: Selection, ids: Iterable<string>, selected: boolean): Selection {
  const isKept = selection.kind === 'some' ? selected : !selected;
  const next = new Set(selection.kind === 'some' ? selection.ids : selection.except);
  for (const id of ids)
    if (isKept) next.add(id);
    else next.delete(id);
  return selection.kind === 'some' ? { kind: 'some', ids: next } : { ...selection, except: next };
}

/** Without ids that are no longer in the library. */
export function withoutGone(selection: Selection, gone: ReadonlySet<string>): Selection {
  const held = selection.kind === 'some' ? selection.ids : selection.except;
  if (![...gone].some((id) => held.has(id))) return selection;
  return withIds(selection, gone, selection.kind === 'all');
}

/** The range between two indexes in either order, both included. */
export function rangeBetween(one: number, other: number): Range {
  return { from: Math.min(one, other), to: Math.max(one, other) + 1 };
}

export function sizeOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The parts of some ranges that are not loaded. */
export function missingOf(ranges: readonly Range[], has: (index: number) => boolean): Range[] {
  const missing: Range[] = [];
  for (const { from, to } of ranges)
    for (let index = from; index < to; index++) {
      if (has(index)) continue;
      const last = missing.at(-1);
      if (last?.to === index) last.to = index + 1;
      else missing.push({ from: index, to: index + 1 });
    }
  return missing;
}

/** Joins ranges that are close together, so that the rows of a narrow rectangle do not cost a request each. */
export function joined(ranges: readonly Range[], slack: number): Range[] {
  const joint: Range[] = [];
  for (const range of ranges) {
    const last = joint.at(-1);
    if (last && range.from - last.to <= slack) last.to = Math.max(last.to, range.to);
    else joint.push({ ...range });
  }
  return joint;
}
