import type { Problem } from './problem';

/** Whether the server answers and its database does not: trouble that passes by itself. Known from whoever asked last. */
class Outage {
  readonly #listeners = new Set<() => void>();
  #isOn = false;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  isOn = (): boolean => this.#isOn;

  /** What an answer of the API was; null for a success. Others than these say nothing of the database. */
  note(problem: Problem | null): void {
    const isOn = problem?.rule === 'database-unavailable';
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    for (const listener of this.#listeners) listener();
  }
}

export const outage = new Outage();
