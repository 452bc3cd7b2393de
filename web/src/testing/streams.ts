import type { components } from '@/api/schema';
import { faultsOfChange } from './contract';

type Change = components['schemas']['Change'];

/** The page's event streams, and what the server sends on them. */
export class Streams {
  readonly opened: Stream[] = [];
  readonly Source: typeof Stream;

  constructor(isReachable: () => boolean) {
    const { opened } = this;
    this.Source = class extends Stream {
      constructor() {
        super();
        opened.push(this);
        // A stream is answered a moment after it was requested.
        setTimeout(() => {
          if (this.readyState !== Stream.CONNECTING) return;
          if (isReachable()) this.hello();
          else this.fail();
        });
      }
    };
  }

  /** The open streams. */
  get listening(): Stream[] {
    return this.opened.filter(({ readyState }) => readyState === Stream.OPEN);
  }

  /** Sends changes to every page that listens. */
  say(...changes: Change[]): void {
    for (const change of changes) {
      const faults = faultsOfChange(change);
      if (faults.length > 0) throw new Error(faults.join('\n'));
      for (const stream of this.listening)
        stream.dispatchEvent(new MessageEvent('change', { data: JSON.stringify(change) }));
    }
  }

  drop(): void {
    for (const stream of this.listening) stream.fail();
  }
}

/** Imitates what a browser does with an event stream, as far as a page notices. */
class Stream extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  readyState: number = Stream.CONNECTING;

  close(): void {
    this.readyState = Stream.CLOSED;
  }

  hello(): void {
    this.readyState = Stream.OPEN;
    this.dispatchEvent(new Event('hello'));
  }

  /** The stream ended, or never was one, so the browser gives up. */
  fail(): void {
    this.readyState = Stream.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
}
