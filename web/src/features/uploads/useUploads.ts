import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Uploads, UploadsSnapshot } from './Uploads';
import { findUnfinished, forget, type Unfinished } from './unfinished';

export function useUploads(uploads: Uploads): UploadsSnapshot {
  return useSyncExternalStore(uploads.subscribe, uploads.snapshot);
}

/** Asks before the page is left while something is being sent. */
export function useLeaveWarning(uploads: Uploads): void {
  const open = useUploads(uploads).totals.open > 0;
  useEffect(() => {
    if (!open) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [open]);
}

/** Uploads of an earlier visit; the list shrinks as they are resumed or given up. */
export function useUnfinished(group: string, busy: boolean) {
  const [found, setFound] = useState<Unfinished[]>([]);
  useEffect(() => {
    if (busy) return;
    let current = true;
    void findUnfinished(group).then((list) => current && setFound(list));
    return () => {
      current = false;
    };
  }, [group, busy]);
  const giveUp = () => {
    for (const { key } of found) forget(key);
    setFound([]);
  };
  return { unfinished: busy ? [] : found, giveUp };
}
