import { useSyncExternalStore } from 'react';
import { countOf, nothing, type Selection, withIds, withoutGone } from './selection';

interface Selecting {
  selection: Selection;
  /** While it lasts, a click or a tap on a tile picks it instead of opening it. */
  active: boolean;
}

const idle: Selecting = { selection: nothing, active: false };
let now: Selecting = idle;
/** Begun by the Select button, it lasts until it is ended; begun by a first pick, until the last one is let go. */
let lasts = false;
const listeners = new Set<() => void>();

/** The selection of the library that is open. */
export function useSelection() {
  const { selection, active } = useSyncExternalStore(subscribe, currentSelecting);
  return { selection, selecting: active, start: startSelecting, select, toggle, clear: clearSelection };
}

export function currentSelecting(): Selecting {
  return now;
}

export function startSelecting(): void {
  lasts = true;
  change({ ...now, active: true });
}

export function select(selection: Selection): void {
  const active = lasts || countOf(selection) > 0;
  change(active ? { selection, active } : idle);
}

export function toggle(id: string, picked: boolean): void {
  select(withIds(now.selection, [id], picked));
}

export function clearSelection(): void {
  lasts = false;
  if (now !== idle) change(idle);
}

/** The asset, or the whole selection where the asset is in it. */
export function selectedWith(id: string): string[] {
  const { selection } = now;
  return selection.kind === 'some' && selection.ids.has(id) ? [...selection.ids] : [id];
}

export function forgetSelected(gone: ReadonlySet<string>): void {
  const left = withoutGone(now.selection, gone);
  if (left !== now.selection) select(left);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: Selecting): void {
  now = next;
  for (const listener of listeners) listener();
}
