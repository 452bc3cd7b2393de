import type { Edits } from './fields';

/** What was changed and had not come to the server, on top of which version. */
export interface Kept {
  version: number | null;
  edits: Edits;
}

/** Where changes wait that the server has not taken, so that a lost connection or a closed window loses none. */
export interface Keep {
  read: (post: string | null) => Kept | null;
  write: (post: string | null, kept: Kept | null) => void;
}

export function keepFor(user: string, group: string): Keep {
  const keyOf = (post: string | null) => ['magpie-post', user, post ?? `new-${group}`].join(':');
  return {
    read: (post) => {
      try {
        const value: unknown = JSON.parse(localStorage.getItem(keyOf(post)) ?? 'null');
        return typeof value === 'object' && value !== null && 'edits' in value ? (value as Kept) : null;
      } catch {
        return null;
      }
    },
    write: (post, kept) => {
      try {
        if (kept === null) localStorage.removeItem(keyOf(post));
        else localStorage.setItem(keyOf(post), JSON.stringify(kept));
      } catch {
        // Private windows may refuse storage; the text then lasts as long as the composer is open.
      }
    },
  };
}
