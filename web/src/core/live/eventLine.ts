import { firstEvents } from '@/api/first';

const retryMs = 3000;
/** After a refusal that does not say when to come again. */
const refusedMs = 60_000;
/** A connection that is back within this time was never worth a word. */
const silenceMs = 3000;
/** The server is heard every 20 seconds; where it is not for this long, the connection is gone and nobody said so. */
const deadMs = 50_000;

interface Listener {
  onChange: (data: string) => void;
  /** The server can be heard, for the first time or again; `missed`: there was an interruption in between. */
  onHello: (missed: boolean) => void;
  onLost: () => void;
  /** The session has ended, wherever that was done. Nothing more is asked. */
  onEnded: () => void;
}

/** Keeps a connection to the server's events, whatever happens to it. Returns how to end that. */
export function listenToEvents({ onChange, onHello, onLost, onEnded }: Listener): () => void {
  let source: EventSource | null = null;
  /** From the first interruption on, and be it before the first word, events may have been missed. */
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
    // After an answer that is no stream (a refusal, a proxy's page) the browser does not try again by itself, nor say what it was.
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
      // Magpie is there, and says nothing by itself to this page: until it does, what is shown is asked for again now and then.
      clearTimeout(timers.silence);
      timers.silence = undefined;
      missed = true;
      onHello(true);
    } else fellSilent();
    timers.retry = setTimeout(connect, status === 429 ? waitMs : retryMs);
  };
  /** Only the server can say whether it is there: without a network, a Magpie on this very computer is. */
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

/** What the server answers to whoever wants to listen; 0: nothing. */
async function refusal(): Promise<{ status: number; waitMs: number }> {
  const ends = new AbortController();
  try {
    const { status, headers } = await fetch('/api/events', {
      headers: { Accept: 'text/event-stream' },
      signal: ends.signal,
    });
    const seconds = Number(headers.get('Retry-After'));
    // Not all tabs at once.
    return { status, waitMs: (seconds > 0 ? seconds * 1000 : refusedMs) * (1 + Math.random() / 4) };
  } catch {
    return { status: 0, waitMs: refusedMs };
  } finally {
    ends.abort();
  }
}

type Timer = ReturnType<typeof setTimeout>;
