import { firstEvents } from '@/api/first';

const retryMs = 3000;
/** The wait after a refusal that does not say when to retry. */
const refusedMs = 60_000;
/** A connection that is back within this time is never reported as lost. */
const silenceMs = 3000;
/** The server sends something every 20 seconds; after this long without, the connection has died unnoticed. */
const deadMs = 50_000;

interface Listener {
  onChange: (data: string) => void;
  /** The server is heard, for the first time or again; `missed` if there was an interruption in between. */
  onHello: (missed: boolean) => void;
  onLost: () => void;
  /** The session has ended, wherever that happened. Nothing more is requested. */
  onEnded: () => void;
}

/** Keeps a connection to the server's events, whatever happens to it. Returns the function that ends it. */
export function listenToEvents({ onChange, onHello, onLost, onEnded }: Listener): () => void {
  let source: EventSource | null = null;
  /** From the first interruption on, even before the first message, events may have been missed. */
  let missed = false;
  let stopped = false;
  const timers: { retry?: Timer; silence?: Timer; dead?: Timer } = {};

  const connect = () => {
    if (stopped) return;
    clearTimeout(timers.retry);
    source?.close();
    const first = firstEvents();
    source = first?.source ?? new EventSource('/api/events');
    source.addEventListener('hello', hello);
    source.addEventListener('beat', heard);
    source.addEventListener('error', failed);
    source.addEventListener('change', ({ data }: MessageEvent<string>) => {
      heard();
      onChange(data);
    });
    heard();
    for (const event of first?.heard ?? [])
      if (event.type === 'hello') hello();
      else onChange(event.data);
  };
  const heard = () => {
    clearTimeout(timers.dead);
    timers.dead = setTimeout(askAgain, deadMs);
  };
  const hello = () => {
    heard();
    clearTimeout(timers.silence);
    timers.silence = undefined;
    onHello(missed);
    missed = false;
  };
  const fellSilent = () => {
    missed = true;
    timers.silence ??= setTimeout(onLost, silenceMs);
  };
  const failed = () => {
    // After an answer that is not a stream (a refusal, a proxy's page), the browser neither retries nor says what it was.
    if (source?.readyState === EventSource.CLOSED) void askWhy();
    else fellSilent();
  };
  const askWhy = async () => {
    clearTimeout(timers.dead);
    clearTimeout(timers.retry);
    const { status, waitMs } = await refusal();
    if (stopped) return;
    if (status === 401) {
      stop();
      onEnded();
      return;
    }
    if (status === 429) {
      // The server is there but won't stream to this page; until it does, what is shown is refetched from time to time.
      clearTimeout(timers.silence);
      timers.silence = undefined;
      missed = true;
      onHello(true);
    } else fellSilent();
    timers.retry = setTimeout(connect, status === 429 ? waitMs : retryMs);
  };
  /** Only the server can tell whether it is there: without a network, a Magpie on this computer still is. */
  const askAgain = () => {
    fellSilent();
    connect();
  };

  const stop = () => {
    stopped = true;
    source?.close();
    window.removeEventListener('online', askAgain);
    window.removeEventListener('offline', askAgain);
    for (const timer of Object.values(timers)) clearTimeout(timer);
  };

  connect();
  window.addEventListener('online', askAgain);
  window.addEventListener('offline', askAgain);
  return stop;
}

/** How the server answers a request to listen; status 0 means not at all. */
async function refusal(): Promise<{ status: number; waitMs: number }> {
  const ends = new AbortController();
  try {
    const { status, headers } = await fetch('/api/events', {
      headers: { Accept: 'text/event-stream' },
      signal: ends.signal,
    });
    const seconds = Number(headers.get('Retry-After'));
    // Spread out, so that not all tabs retry at once.
    return { status, waitMs: (seconds > 0 ? seconds * 1000 : refusedMs) * (1 + Math.random() / 4) };
  } catch {
    return { status: 0, waitMs: refusedMs };
  } finally {
    ends.abort();
  }
}

type Timer = ReturnType<typeof setTimeout>;
