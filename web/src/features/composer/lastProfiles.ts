const prefix = 'magpie-last-profiles';

/** The profiles of the last post this member wrote on this device, because most people continue with them. */
export function readLastProfiles(member: string): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`${prefix}:${member}`) ?? '[]');
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberProfiles(member: string, ids: readonly string[]): void {
  try {
    localStorage.setItem(`${prefix}:${member}`, JSON.stringify(ids));
  } catch {
    // Private windows may refuse storage; then the first profile is offered again.
  }
}
