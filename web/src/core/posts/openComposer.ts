import { createMemberStore } from '@/lib/store';

/** An existing post, or what a new one starts with. */
export type Wanted =
  | { postId: string }
  | {
      assetIds?: readonly string[];
      profileId?: string;
      /** A wall time in the profile's zone, such as `2026-11-25T09:00`. */
      localTime?: string;
    };

interface Opened {
  wanted: Wanted;
  /** Different each time the composer opens. */
  serial: number;
  /** What had the focus before it opened. */
  from: Element | null;
}

export const composerStore = createMemberStore<Opened | null>(null);

let serial = 0;

/** Opens the composer over the current page. When it closes, the focus returns to where it was. */
export function openComposer(wanted: Wanted): void {
  serial += 1;
  composerStore.set({ wanted, serial, from: document.activeElement });
}

export function closeComposer(): void {
  composerStore.set(null);
}
