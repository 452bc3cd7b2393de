import type { Asset } from '@/api/types';
import type { Target } from './targets';

/** What the page in front is about: the selection, or the open asset. Read when the command palette opens. */
export interface Subject {
  target: Target;
  asset?: Asset;
}

let subject: Subject | null = null;

export function setSubject(next: Subject | null): void {
  subject = next;
}

export function currentSubject(): Subject | null {
  return subject;
}
