import type { AssetText } from '@/api/types';

/** A text being edited, and the saved text when editing began. */
export interface Draft {
  text: string;
  base: string;
}

const prefix = 'magpie-draft';

/** Kept in the tab, so that closing the sheet or reloading the page loses nothing. */
export function readDraft(user: string, asset: string, field: AssetText): Draft | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(user, asset, field)) ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { text, base } = value as Partial<Draft>;
    return typeof text === 'string' && typeof base === 'string' ? { text, base } : null;
  } catch {
    return null;
  }
}

export function keepDraft(user: string, asset: string, field: AssetText, draft: Draft | null): void {
  try {
    if (draft === null || draft.text === draft.base) sessionStorage.removeItem(keyOf(user, asset, field));
    else sessionStorage.setItem(keyOf(user, asset, field), JSON.stringify(draft));
  } catch {
    // Private windows may refuse storage; the text then lasts as long as the sheet is open.
  }
}

function keyOf(user: string, asset: string, field: AssetText): string {
  return [prefix, user, asset, field].join(':');
}
