import type { Problem } from '@/api/problem';
import { createMemberStore } from '@/lib/store';
import type { Target } from './targets';

/** A dialog about assets, whatever opened it: a menu, the sheet, a key, the selection bar or the palette. */
export type OpenDialog =
  | { kind: 'delete'; target: Target; bytes?: number; onDeleted?: (ids: ReadonlySet<string>) => void }
  | { kind: 'labels'; target: Target; labels: readonly string[] }
  | { kind: 'move'; target: Target }
  | { kind: 'postReferences'; problem: Problem; answer: (goOn: boolean) => void };

export const dialogStore = createMemberStore<OpenDialog | null>(null);

/** Replaces the open dialog, if there is one. */
export function openDialog(next: OpenDialog): void {
  const before = dialogStore.get();
  if (before?.kind === 'postReferences') before.answer(false);
  dialogStore.set(next);
}

export function closeDialog(): void {
  dialogStore.set(null);
}
