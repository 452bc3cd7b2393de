import { createStore } from '@/lib/store';
import type { Problem } from './problem';

/** Whether the server answers while its database does not: trouble that passes by itself. Known from the last answer. */
export const outageStore = createStore(false);

/** Takes note of what the API answered; null for a success. Any other refusal came from a database that is there. */
export function noteOutage(problem: Problem | null): void {
  outageStore.set(problem?.rule === 'database-unavailable');
}
