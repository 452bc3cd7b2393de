import { emptyMemberStores } from '@/lib/store';

const key = 'magpie-member';

/** Who is signed in on this page now, and who was last: the page still holds in memory what it has shown. */
let member: string | null = null;
let last: string | null = null;
/** False if the browser did not store the id: a private window or full storage may refuse. */
let isKept = true;
const listeners = new Set<() => void>();

/** Makes this member the owner of the page and tells the browser's other tabs. Returns the function that ends it. */
export function belongTo(id: string): () => void {
  member = id;
  last = id;
  try {
    localStorage.setItem(key, id);
    isKept = true;
  } catch {
    // The other tabs then find out from the server.
    isKept = false;
  }
  return () => {
    member = null;
  };
}

/** Whether somebody else was signed in on this very page before. */
export function belongedToAnother(id: string): boolean {
  return last !== null && last !== id;
}

/** Whether this page's requests still go out as its member: all tabs share one cookie. */
export function isOwn(): boolean {
  return member === null || signedIn() === member;
}

/** The member signed out, which applies to every tab. */
export function signedOut(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
  for (const listener of listeners) listener();
}

/** Calls back when the member signs out or another one signs in, in any tab. Returns the function that unsubscribes. */
export function whenNotOwn(then: () => void): () => void {
  const look = () => isOwn() || then();
  listeners.add(then);
  window.addEventListener('storage', look);
  // A tab that was asleep, or that the Back button restores, missed the event.
  window.addEventListener('pageshow', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    listeners.delete(then);
    window.removeEventListener('storage', look);
    window.removeEventListener('pageshow', look);
    document.removeEventListener('visibilitychange', look);
  };
}

/** Loads a new page, so that nothing in memory reaches the next member. */
export function startAnew(): void {
  emptyMemberStores();
  window.location.assign(signedIn() === null ? '/sign-in' : '/');
}

function signedIn(): string | null {
  if (!isKept) return member;
  try {
    return localStorage.getItem(key);
  } catch {
    return member;
  }
}
