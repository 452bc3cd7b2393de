/** A post that is there, or what a new one begins with. */
export type Wanted =
  | { postId: string }
  | {
      assetIds?: readonly string[];
      profileId?: string;
      /** A wall time of the profile's zone, such as `2026-11-25T09:00`. */
      localTime?: string;
    };

let wanted: Wanted | null = null;
const listeners = new Set<() => void>();

/** Opens the composer over whatever page is there. The keyboard comes back to where it was when it closes. */
export function openComposer(next: Wanted): void {
  wanted = next;
  for (const listener of listeners) listener();
}

export function closeComposer(): void {
  wanted = null;
  for (const listener of listeners) listener();
}

export function currentComposer(): Wanted | null {
  return wanted;
}

export function subscribeComposer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
