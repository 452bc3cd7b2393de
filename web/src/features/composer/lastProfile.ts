const prefix = 'magpie-last-profile';

/** The profile of the last post this member wrote on this device, because most people continue with it. */
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
