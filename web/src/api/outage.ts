import { createStore } from '@/lib/store';
import type { Problem } from './problem';

/** Whether the server answers while its database does not, which passes by itself. Taken from the last answer. */
export const outageStore = createStore(false);

/** Records what the API answered; null is a success. Any other refusal came from a server whose database works. */
export function noteOutage(problem: Problem | null): void {
  outageStore.set(problem?.rule === 'database-unavailable');
}
