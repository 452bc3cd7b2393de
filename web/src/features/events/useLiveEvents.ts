import { useEffect, useEffectEvent, useState } from 'react';
import { ChangeBatch } from './changes';

/** Events are gathered this long, so that five hundred uploads do not ask for five hundred lists. */
const gatherMs = 400;
const retryMs = 3000;
/** A connection that is back within this time was never worth a word. */
const silenceMs = 3000;

interface Handlers {
  /** Brings the caches up to date; the next batch waits until it is done. */
  onChanges: (batch: ChangeBatch) => Promise<void>;
  /** The stream was interrupted, and events may have been missed. */
  onReconnect: () => Promise<void>;
}

/** Listens to the server for as long as the component lives. Returns whether the connection is lost. */
export function useLiveEvents({ onChanges, onReconnect }: Handlers): boolean {
  const [lost, setLost] = useState(false);
  const apply = useEffectEvent(onChanges);
  const catchUp = useEffectEvent(onReconnect);

  useEffect(() => {
    let source: EventSource | null = null;
    let batch = new ChangeBatch();
    let flushing = false;
    /** From the first interruption on, and be it before the first word, events may have been missed. */
    let missed = false;
    let stopped = false;
    const timers: { gather?: Timer; retry?: Timer; silence?: Timer } = {};

    const flush = async () => {
      timers.gather = undefined;
      if (flushing || batch.isEmpty) return;
      flushing = true;
      const taken = batch;
      batch = new ChangeBatch();
      await apply(taken).catch(() => undefined);
      flushing = false;
      schedule();
    };
    const schedule = () => {
      if (!stopped && !batch.isEmpty) timers.gather ??= setTimeout(flush, gatherMs);
    };
    const fellSilent = () => {
      missed = true;
      timers.silence ??= setTimeout(() => setLost(true), silenceMs);
      // After an answer that is no stream (a proxy's page, 502) the browser does not try again by itself.
      if (source?.readyState === EventSource.CLOSED) timers.retry = setTimeout(connect, retryMs);
    };
    const hello = () => {
      clearTimeout(timers.silence);
      timers.silence = undefined;
      setLost(false);
      if (missed) void catchUp().catch(() => undefined);
      missed = false;
    };
    const connect = () => {
      source?.close();
      source = new EventSource('/api/events');
      source.addEventListener('hello', hello);
      source.addEventListener('error', fellSilent);
      source.addEventListener('change', (event: MessageEvent<string>) => {
        batch.add(event.data);
        schedule();
      });
    };
    const online = () => {
      clearTimeout(timers.retry);
      connect();
    };

    connect();
    window.addEventListener('online', online);
    window.addEventListener('offline', fellSilent);
    return () => {
      stopped = true;
      source?.close();
      window.removeEventListener('online', online);
      window.removeEventListener('offline', fellSilent);
      for (const timer of Object.values(timers)) clearTimeout(timer);
    };
  }, []);

  return lost;
}

type Timer = ReturnType<typeof setTimeout>;
