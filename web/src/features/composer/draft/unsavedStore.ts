import type { Edits } from './fields';

/** Edits the server does not have yet, and the version they were made on. */
export interface Unsaved {
  version: number | null;
  edits: Edits;
}

/** Keeps unsaved changes on this device, so that a lost connection or a closed window loses none. */
export interface UnsavedStore {
  read: (post: string | null) => Unsaved | null;
  write: (post: string | null, unsaved: Unsaved | null) => void;
}

export function unsavedStoreFor(user: string, group: string): UnsavedStore {
  const keyOf = (post: string | null) => ['magpie-post', user, post ?? `new-${group}`].join(':');
  return {
    read: (post) => {
      try {
        const value: unknown = JSON.parse(localStorage.getItem(keyOf(post)) ?? 'null');
        return typeof value === 'object' && value !== null && 'edits' in value ? (value as Unsaved) : null;
      } catch {
        return null;
      }
    },
    write: (post, unsaved) => {
      try {
        if (unsaved === null) localStorage.removeItem(keyOf(post));
        else localStorage.setItem(keyOf(post), JSON.stringify(unsaved));
      } catch {
        // Private windows may refuse storage; the text then lasts as long as the composer is open.
      }
    },
  };
}
