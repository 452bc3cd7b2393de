import { emptyMemberStores } from '@/lib/store';

const key = 'magpie-member';

/** Whose page this is while somebody is signed in on it, and who was so last: a page holds what it was shown. */
let member: string | null = null;
let last: string | null = null;
/** Whether the browser keeps it: private windows may refuse, and so does a storage that is full. */
let isKept = true;
const listeners = new Set<() => void>();

/** The page belongs to this member from here on, and the browser's other tabs are told who is signed in. */
export function belongTo(id: string): () => void {
  member = id;
  last = id;
  try {
    localStorage.setItem(key, id);
    isKept = true;
  } catch {
    // The tabs then find out from the server.
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

/** Whether what this page sends still goes out in the name of whom it belongs to: the tabs share the cookie. */
export function isOwn(): boolean {
  return member === null || signedIn() === member;
}

/** The member has signed out: in every tab. */
export function signedOut(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
  for (const listener of listeners) listener();
}

/** Calls when the member was signed out, or another one in, in whichever tab. Returns how to stop. */
export function whenNotOwn(then: () => void): () => void {
  const look = () => isOwn() || then();
  listeners.add(then);
  window.addEventListener('storage', look);
  // A tab that slept, or that the Back button brings back, was told nothing.
  window.addEventListener('pageshow', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    listeners.delete(then);
    window.removeEventListener('storage', look);
    window.removeEventListener('pageshow', look);
    document.removeEventListener('visibilitychange', look);
  };
}

/** Loads a page anew: nothing that this one holds in memory outlives whom it belonged to, however it is kept. */
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
