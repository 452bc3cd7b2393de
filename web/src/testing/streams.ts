import type { components } from '@/api/schema';
import { faultsOfChange } from './contract';

type Change = components['schemas']['Change'];

/** The page's streams of events, and what the server says on them. */
export class Streams {
  readonly opened: Stream[] = [];
  readonly Source: typeof Stream;

  constructor(isReachable: () => boolean) {
    const { opened } = this;
    this.Source = class extends Stream {
      constructor() {
        super();
        opened.push(this);
        // A stream answers a moment after it was asked for.
        setTimeout(() => {
          if (this.readyState !== Stream.CONNECTING) return;
          if (isReachable()) this.hello();
          else this.fail();
        });
      }
    };
  }

  /** Those that are open. */
  get listening(): Stream[] {
    return this.opened.filter(({ readyState }) => readyState === Stream.OPEN);
  }

  /** Tells every page that listens. */
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

/** What a browser does with a stream, as far as a page notices. */
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

  /** It ended, or never was one: the browser gives up. */
  fail(): void {
    this.readyState = Stream.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
}
