import { createMemberStore } from '@/lib/store';

/** A post that is there, or what a new one begins with. */
export type Wanted =
  | { postId: string }
  | {
      assetIds?: readonly string[];
      profileId?: string;
      /** A wall time of the profile's zone, such as `2026-11-25T09:00`. */
      localTime?: string;
    };

interface Opened {
  wanted: Wanted;
  /** Tells one opening from the next. */
  serial: number;
  /** Where the keyboard was. */
  from: Element | null;
}

export const composerStore = createMemberStore<Opened | null>(null);

let serial = 0;

/** Opens the composer over whatever page is there. The keyboard comes back to where it was when it closes. */
export function openComposer(wanted: Wanted): void {
  serial += 1;
  composerStore.set({ wanted, serial, from: document.activeElement });
}

export function closeComposer(): void {
  composerStore.set(null);
}
