import { createMemberStore } from '@/lib/store';

/** A running action and its progress. */
export interface RunningAction {
  id: number;
  words: string;
  seen: number;
  total: number;
  stop?: () => void;
}

export const runningStore = createMemberStore<readonly RunningAction[]>([]);

let serial = 0;

/** Returns the id for `advanceAction` and `endAction`. */
export function beginAction(action: Omit<RunningAction, 'id' | 'seen'>): number {
  serial += 1;
  runningStore.set([...runningStore.get(), { ...action, id: serial, seen: 0 }]);
  return serial;
}

export function advanceAction(id: number, seen: number): void {
  runningStore.set(runningStore.get().map((one) => (one.id === id ? { ...one, seen } : one)));
}

export function endAction(id: number): void {
  runningStore.set(runningStore.get().filter((one) => one.id !== id));
}
