import { createMemberStore, useStore } from '@/lib/store';
import { countOf, nothing, type Selection, withIds, withoutGone } from './selection';

interface SelectionState {
  selection: Selection;
  /** While true, a click or a tap on a tile selects it instead of opening it. */
  active: boolean;
  /** True if started with the Select button: it then lasts until it is ended, not only while something is selected. */
  lasts: boolean;
}

const idle: SelectionState = { selection: nothing, active: false, lasts: false };
const store = createMemberStore(idle);

/** The selection in the open library. */
export function useSelection() {
  const { selection, active } = useStore(store);
  return { selection, selecting: active, start: startSelecting, clear: clearSelection };
}

export const currentSelection = store.get;

function startSelecting(): void {
  store.set({ ...store.get(), active: true, lasts: true });
}

export function select(selection: Selection): void {
  const { lasts } = store.get();
  const active = lasts || countOf(selection) > 0;
  store.set(active ? { selection, active, lasts } : idle);
}

export function toggle(id: string, selected: boolean): void {
  select(withIds(store.get().selection, [id], selected));
}

export function clearSelection(): void {
  store.set(idle);
}

/** The whole selection if the asset is in it, otherwise that asset. */
export function selectedWith(id: string): string[] {
  const { selection } = store.get();
  return selection.kind === 'some' && selection.ids.has(id) ? [...selection.ids] : [id];
}

export function forgetSelected(gone: ReadonlySet<string>): void {
  const { selection } = store.get();
  const left = withoutGone(selection, gone);
  if (left !== selection) select(left);
}
