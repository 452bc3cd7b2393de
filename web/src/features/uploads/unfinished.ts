import { SendingLock } from './sendingLock';

/** Where tus-js-client remembers started uploads. */
const prefix = 'tus::';

/** The prefix of the fingerprints of a member's uploads. */
export function printsOf(member: string): string {
  return `magpie|${member}`;
}

interface Remembered {
  uploadUrl?: string;
  metadata?: { filename?: string; group?: string };
}

export interface Unfinished {
  key: string;
  name: string;
}

/**
 * This member's uploads from an earlier visit that the server still waits for. Read straight from storage, so that the first page needs no
 * upload code; removes those the server has forgotten.
 */
export async function findUnfinished(member: string, group: string): Promise<Unfinished[]> {
  if (await SendingLock.isHeld()) return [];
  const found: Unfinished[] = [];
  for (const { key, value } of remembered(`${prefix}${printsOf(member)}|`)) {
    if (value.metadata?.group !== group || !value.uploadUrl) continue;
    const alive = await isAlive(value.uploadUrl);
    if (alive) found.push({ key, name: value.metadata.filename ?? '' });
    else if (alive === false) forget(key);
  }
  return found;
}

export function forget(key: string): void {
  localStorage.removeItem(key);
}

function remembered(start: string): { key: string; value: Remembered }[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .slice(0, 200)
      .flatMap((key) => {
        const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return typeof value === 'object' && value !== null ? [{ key, value: value as Remembered }] : [];
      });
  } catch {
    return [];
  }
}

/** Null if the server could not be asked. */
async function isAlive(url: string): Promise<boolean | null> {
  try {
    const response = await fetch(url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } });
    if (response.ok) return true;
    // 410: an owner has stopped it.
    return response.status === 404 || response.status === 410 ? false : null;
  } catch {
    return null;
  }
}
