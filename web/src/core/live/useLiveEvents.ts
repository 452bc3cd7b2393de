import { onlineManager } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { ChangeBatch } from './changes';
import { listenToEvents } from './eventLine';

/** How long events are gathered, so that five hundred uploads do not refetch five hundred lists. */
const gatherMs = 400;

interface Handlers {
  /** Updates the caches; the next batch waits until this is done. */
  onChanges: (batch: ChangeBatch) => Promise<void>;
  /** The stream was interrupted, and events may have been missed. */
  onReconnect: () => Promise<void>;
  /** The session has ended. */
  onEnded: () => void;
}

/** Listens to the server while the component is mounted. Returns whether the connection is lost. */
export function useLiveEvents({ onChanges, onReconnect, onEnded }: Handlers): boolean {
  const [lost, setLost] = useState(false);
  const apply = useEffectEvent(onChanges);
  const catchUp = useEffectEvent(onReconnect);
  const leave = useEffectEvent(onEnded);

  useEffect(() => {
    let batch = new ChangeBatch();
    let flushing = false;
    let stopped = false;
    let gather: ReturnType<typeof setTimeout> | undefined;

    const flush = async () => {
      gather = undefined;
      if (flushing || batch.isEmpty) return;
      flushing = true;
      const taken = batch;
      batch = new ChangeBatch();
      await apply(taken).catch(() => undefined);
      flushing = false;
      schedule();
    };
    const schedule = () => {
      if (!stopped && !batch.isEmpty) gather ??= setTimeout(flush, gatherMs);
    };

    const stopListening = listenToEvents({
      onChange: (data) => {
        batch.add(data);
        schedule();
      },
      onHello: (missed) => {
        setLost(false);
        // Queries pause while the browser reports no network. The server was just heard, so there is enough of one.
        onlineManager.setOnline(true);
        if (missed) void catchUp().catch(() => undefined);
      },
      onLost: () => setLost(true),
      onEnded: () => leave(),
    });
    return () => {
      stopped = true;
      stopListening();
      clearTimeout(gather);
    };
  }, []);

  return lost;
}
