import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Uploads, UploadsSnapshot } from './Uploads';
import { findUnfinished, forget, type Unfinished } from './unfinished';

export function useUploads(uploads: Uploads): UploadsSnapshot {
  return useSyncExternalStore(uploads.subscribe, uploads.snapshot);
}

/** Asks before the page is left during uploads. Renders nothing, so it does not follow the progress. */
export function useLeaveWarning(uploads: Uploads): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (uploads.snapshot().totals.open > 0) event.preventDefault();
    };
    // A page with this listener is not kept for the Back button, so it listens only while it has to.
    const listen = () => {
      const change = uploads.snapshot().totals.open > 0 ? 'addEventListener' : 'removeEventListener';
      window[change]('beforeunload', warn);
    };
    const stop = uploads.subscribe(listen);
    listen();
    return () => {
      stop();
      window.removeEventListener('beforeunload', warn);
    };
  }, [uploads]);
}

/** Uploads of an earlier visit; the list shrinks as they are resumed or given up. */
export function useUnfinished(member: string, group: string, busy: boolean) {
  const [found, setFound] = useState<Unfinished[]>([]);
  useEffect(() => {
    if (busy) return;
    let current = true;
    void findUnfinished(member, group).then((list) => current && setFound(list));
    return () => {
      current = false;
    };
  }, [member, group, busy]);
  const giveUp = () => {
    for (const { key } of found) forget(key);
    setFound([]);
  };
  return { unfinished: busy ? [] : found, giveUp };
}
