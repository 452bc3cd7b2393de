const key = 'magpie-last-profile';

/** The profile of the post that was written last on this device: most people go on with it. */
export function readLastProfile(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function rememberProfile(id: string): void {
  try {
    localStorage.setItem(key, id);
  } catch {
    // Private windows may refuse storage; then the first profile is offered again.
  }
}
