import type { Edits } from './fields';

/** Edits the server does not have yet, and the version they were made on. */
export interface Unsaved {
  version: number | null;
  edits: Edits;
}

/** Keeps unsaved changes on this device, so that a lost connection or a closed window loses none. */
export interface UnsavedStore {
  read: (key: string) => Unsaved | null;
  write: (key: string, unsaved: Unsaved | null) => void;
}

export function unsavedStoreFor(user: string): UnsavedStore {
  const nameOf = (key: string) => ['magpie-post', user, key].join(':');
  return {
    read: (key) => {
      try {
        const value: unknown = JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null');
        return typeof value === 'object' && value !== null && 'edits' in value ? (value as Unsaved) : null;
      } catch {
        return null;
      }
    },
    write: (key, unsaved) => {
      try {
        if (unsaved === null) localStorage.removeItem(nameOf(key));
        else localStorage.setItem(nameOf(key), JSON.stringify(unsaved));
      } catch {
        // Private windows may refuse storage; the text then lasts as long as the composer is open.
      }
    },
  };
}
