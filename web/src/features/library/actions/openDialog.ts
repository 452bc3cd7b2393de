import type { Problem } from '@/api/problem';
import type { Target } from './targets';

/** A dialog that somebody asked for, from wherever: menu, sheet, key, selection bar, palette. */
export type Asked =
  | { kind: 'delete'; target: Target; bytes?: number; onDeleted?: (ids: ReadonlySet<string>) => void }
  | { kind: 'labels'; target: Target; labels: readonly string[] }
  | { kind: 'move'; target: Target }
  | { kind: 'held'; problem: Problem; answer: (goOn: boolean) => void };

/** An action that is under way. */
export interface Run {
  id: number;
  words: string;
  seen: number;
  total: number;
  stop?: () => void;
}

let asked: Asked | null = null;
let runs: readonly Run[] = [];
let serial = 0;
const listeners = new Set<() => void>();

export function ask(next: Asked): void {
  if (asked?.kind === 'held') asked.answer(false);
  asked = next;
  tell();
}

export function closeAsked(): void {
  asked = null;
  tell();
}

export function currentAsked(): Asked | null {
  return asked;
}

export function addRun(run: Omit<Run, 'id' | 'seen'>): number {
  serial += 1;
  runs = [...runs, { ...run, id: serial, seen: 0 }];
  tell();
  return serial;
}

export function advanceRun(id: number, seen: number): void {
  runs = runs.map((run) => (run.id === id ? { ...run, seen } : run));
  tell();
}

export function endRun(id: number): void {
  runs = runs.filter((run) => run.id !== id);
  tell();
}

export function currentRuns(): readonly Run[] {
  return runs;
}

export function subscribeAsked(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
