const prefix = 'magpie-last-profile';

/** The profile of the post that this member wrote last on this device: most people go on with it. */
export function readLastProfile(member: string): string | null {
  try {
    return localStorage.getItem(`${prefix}:${member}`);
  } catch {
    return null;
  }
}

export function rememberProfile(member: string, id: string): void {
  try {
    localStorage.setItem(`${prefix}:${member}`, id);
  } catch {
    // Private windows may refuse storage; then the first profile is offered again.
  }
}
