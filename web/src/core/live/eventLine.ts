import { firstEvents } from '@/api/first';

const retryMs = 3000;
/** A connection that is back within this time was never worth a word. */
const silenceMs = 3000;
/** The server is heard every 20 seconds; where it is not for this long, the connection is gone and nobody said so. */
const deadMs = 50_000;

interface Listener {
  onChange: (data: string) => void;
  /** The server can be heard, for the first time or again; `missed`: there was an interruption in between. */
  onHello: (missed: boolean) => void;
  onLost: () => void;
}

/** Keeps a connection to the server's events, whatever happens to it. Returns how to end that. */
export function listenToEvents({ onChange, onHello, onLost }: Listener): () => void {
  let source: EventSource | null = null;
  /** From the first interruption on, and be it before the first word, events may have been missed. */
  let missed = false;
  const timers: { retry?: Timer; silence?: Timer; dead?: Timer } = {};

  const connect = () => {
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
    fellSilent();
    // After an answer that is no stream (a proxy's page, 502) the browser does not try again by itself.
    if (source?.readyState === EventSource.CLOSED) timers.retry = setTimeout(connect, retryMs);
  };
  /** Only the server can say whether it is there: without a network, a Magpie on this very computer is. */
  const askAgain = () => {
    fellSilent();
    connect();
  };

  connect();
  window.addEventListener('online', askAgain);
  window.addEventListener('offline', askAgain);
  return () => {
    source?.close();
    window.removeEventListener('online', askAgain);
    window.removeEventListener('offline', askAgain);
    for (const timer of Object.values(timers)) clearTimeout(timer);
  };
}

type Timer = ReturnType<typeof setTimeout>;
