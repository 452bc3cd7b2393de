import { createMemberStore, useStore } from '@/lib/store';
import { countOf, nothing, type Selection, withIds, withoutGone } from './selection';

interface SelectionState {
  selection: Selection;
  /** While it lasts, a click or a tap on a tile selects it instead of opening it. */
  active: boolean;
  /** True if the Select button began it: then it lasts until it is ended, and not only while something is selected. */
  lasts: boolean;
}

const idle: SelectionState = { selection: nothing, active: false, lasts: false };
const store = createMemberStore(idle);

/** The selection of the library that is open. */
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

/** The asset, or the whole selection where the asset is in it. */
export function selectedWith(id: string): string[] {
  const { selection } = store.get();
  return selection.kind === 'some' && selection.ids.has(id) ? [...selection.ids] : [id];
}

export function forgetSelected(gone: ReadonlySet<string>): void {
  const { selection } = store.get();
  const left = withoutGone(selection, gone);
  if (left !== selection) select(left);
}
