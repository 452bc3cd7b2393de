type Told = IntersectionObserverCallback;

/** What is scrolled into view: nothing, until a test says so. */
class Sight {
  #isAtEnd = false;
  readonly #watching = new Map<Element, () => void>();
  readonly Observer: typeof IntersectionObserver;

  constructor() {
    const isAtEnd = () => this.#isAtEnd;
    const watching = this.#watching;
    this.Observer = class implements IntersectionObserver {
      readonly root = null;
      readonly rootMargin = '';
      readonly scrollMargin = '';
      readonly thresholds = [];
      readonly #told: Told;
      readonly #mine = new Set<Element>();

      constructor(told: Told) {
        this.#told = told;
      }

      observe(target: Element): void {
        const tell = () => {
          const entry = { target, isIntersecting: isAtEnd() } as IntersectionObserverEntry;
          if (this.#mine.has(target)) this.#told([entry], this);
        };
        this.#mine.add(target);
        watching.set(target, tell);
        // A browser reports the initial state at once.
        queueMicrotask(tell);
      }

      unobserve(target: Element): void {
        this.#mine.delete(target);
        watching.delete(target);
      }

      disconnect(): void {
        for (const target of this.#mine) this.unobserve(target);
      }

      takeRecords(): IntersectionObserverEntry[] {
        return [];
      }
    };
  }

  /** Scrolls to the end of what there is, and stays there. */
  toEnd(): void {
    this.#isAtEnd = true;
    for (const tell of this.#watching.values()) tell();
  }

  reset(): void {
    this.#isAtEnd = false;
    this.#watching.clear();
  }
}

export const sight = new Sight();
