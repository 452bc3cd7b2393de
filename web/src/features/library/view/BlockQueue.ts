import { blockSize, type Range } from './libraryView';

const mostInFlight = 3;
/** Neighbouring blocks share a request, up to the page size of the API. */
const mostTogether = 2;

interface Flight {
  blocks: readonly number[];
  stop: AbortController;
}

interface Source {
  isFresh: (block: number) => boolean;
  /** Loads a range and keeps it. Rejects if that fails. */
  load: (range: Range, signal: AbortSignal) => Promise<void>;
}

/** Loads the wanted blocks, the most wanted first, and cancels those no longer wanted. */
export class BlockQueue {
  readonly #source: Source;
  readonly #flights = new Set<Flight>();
  /** Failed blocks are not retried at once, but when something else is wanted. */
  readonly #failed = new Set<number>();
  #wanted: readonly number[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  want(blocks: readonly number[]): void {
    if (blocks.join() !== this.#wanted.join()) this.#failed.clear();
    this.#wanted = blocks;
    for (const flight of this.#flights)
      if (!flight.blocks.some((block) => blocks.includes(block))) this.#drop(flight);
    this.#start();
  }

  stop(): void {
    this.#wanted = [];
    for (const flight of this.#flights) this.#drop(flight);
  }

  #drop(flight: Flight): void {
    this.#flights.delete(flight);
    flight.stop.abort();
  }

  #start(): void {
    while (this.#flights.size < mostInFlight) {
      const blocks = this.#next();
      if (blocks.length === 0) return;
      void this.#fly({ blocks, stop: new AbortController() });
    }
  }

  async #fly(flight: Flight): Promise<void> {
    const first = Math.min(...flight.blocks);
    this.#flights.add(flight);
    try {
      const range = { from: first * blockSize, to: (first + flight.blocks.length) * blockSize };
      await this.#source.load(range, flight.stop.signal);
    } catch {
      // Its tiles stay empty until scrolling or the next change asks again.
      for (const block of flight.blocks) this.#failed.add(block);
    }
    if (this.#flights.delete(flight)) this.#start();
  }

  #next(): number[] {
    const flying = new Set([...this.#flights].flatMap(({ blocks }) => blocks));
    const isDue = (block: number) =>
      this.#wanted.includes(block) &&
      !flying.has(block) &&
      !this.#failed.has(block) &&
      !this.#source.isFresh(block);
    const first = this.#wanted.find(isDue);
    if (first === undefined) return [];
    const run = [first];
    while (run.length < mostTogether && isDue(first + run.length)) run.push(first + run.length);
    return run;
  }
}
