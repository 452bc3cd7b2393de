/** A post that is there, or what a new one begins with. */
export type Wanted =
  | { postId: string }
  | {
      assetIds?: readonly string[];
      profileId?: string;
      /** A wall time of the profile's zone, such as `2026-11-25T09:00`. */
      localTime?: string;
    };

export interface Opened {
  wanted: Wanted;
  /** Tells one opening from the next. */
  serial: number;
  /** Where the keyboard was. */
  from: Element | null;
}

let opened: Opened | null = null;
let serial = 0;
const listeners = new Set<() => void>();

/** Opens the composer over whatever page is there. The keyboard comes back to where it was when it closes. */
export function openComposer(wanted: Wanted): void {
  serial += 1;
  change({ wanted, serial, from: document.activeElement });
}

export function closeComposer(): void {
  change(null);
}

export function currentComposer(): Opened | null {
  return opened;
}

export function subscribeComposer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: Opened | null): void {
  opened = next;
  for (const listener of listeners) listener();
}
