// What pages need from a browser and a DOM without layout lacks. Runs before each file of DOM tests.
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { emptyMemberStores } from '@/lib/store';
import { sight } from './sight';

// A slow, busy machine is not a fault of a page.
configure({
  asyncUtilTimeout: 10_000,
  // The message is enough; the whole page below it would bury the line that failed.
  getElementError: (message) => new Error(message ?? undefined),
});

const window_ = { width: 1000, height: 800 };
const row = 56;

/** Everything is as large as the window, except the measured rows of lists. */
function sizesOf(element: Element): { width: number; height: number } {
  return element.matches('div[data-index]') ? { ...window_, height: row } : window_;
}

for (const name of ['clientWidth', 'offsetWidth', 'clientHeight', 'offsetHeight'] as const)
  Object.defineProperty(HTMLElement.prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      return sizesOf(this)[name.endsWith('Width') ? 'width' : 'height'];
    },
  });

class Sizes implements ResizeObserver {
  readonly #told: ResizeObserverCallback;

  constructor(told: ResizeObserverCallback) {
    this.#told = told;
  }

  observe(target: Element): void {
    const { width, height } = sizesOf(target);
    const box = [{ inlineSize: width, blockSize: height }];
    const contentRect = new DOMRect(0, 0, width, height);
    const entry = {
      target,
      contentRect,
      borderBoxSize: box,
      contentBoxSize: box,
      devicePixelContentBoxSize: box,
    };
    queueMicrotask(() => this.#told([entry], this));
  }

  unobserve(): void {}

  disconnect(): void {}
}

/** Shared locks, which is all that pages request. */
class Locks {
  readonly #held = new Map<Promise<unknown>, string>();

  async request(name: string, _: LockOptions, work: () => Promise<unknown>): Promise<void> {
    const done = work();
    this.#held.set(done, name);
    await done.finally(() => this.#held.delete(done));
  }

  async query(): Promise<LockManagerSnapshot> {
    return { held: [...this.#held.values()].map((name) => ({ name })), pending: [] };
  }
}

// Text measures itself again when a font has loaded; none ever does.
Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
Object.defineProperty(navigator, 'locks', { configurable: true, value: new Locks() });
window.ResizeObserver = Sizes;
window.IntersectionObserver = sight.Observer;

afterEach(() => {
  cleanup();
  sight.reset();
  emptyMemberStores();
  localStorage.clear();
  sessionStorage.clear();
  window.history.replaceState(null, '', '/');
  vi.useRealTimers();
});
