import type { Asset } from '@/api/types';

export interface Filters {
  kind?: Asset['kind'];
  status?: Asset['status'];
  q?: string;
}

/** What the address bar holds: the filters, the open asset, and whether it fills the screen. */
export interface LibrarySearch extends Filters {
  asset?: string;
  view?: 'full';
}

export const statuses: { value: Asset['status']; label: string }[] = [
  { value: 'ready', label: 'Ready' },
  { value: 'processing', label: 'Processing' },
  { value: 'draft', label: 'Draft' },
  { value: 'failed', label: 'Failed' },
];

/** Reads an address that anybody may have typed; what makes no sense is left out. */
export function readSearch(raw: Record<string, unknown>): LibrarySearch {
  const search: LibrarySearch = {};
  if (raw.kind === 'image' || raw.kind === 'video') search.kind = raw.kind;
  const status = statuses.find(({ value }) => value === raw.status);
  if (status) search.status = status.value;
  // A search for "2026" arrives as a number, because the router reads values as JSON.
  const q = typeof raw.q === 'number' ? String(raw.q) : raw.q;
  if (typeof q === 'string' && q.trim() !== '') search.q = q;
  if (typeof raw.asset === 'string') search.asset = raw.asset;
  if (raw.view === 'full' && search.asset) search.view = 'full';
  return search;
}

export function filtersOf({ kind, status, q }: LibrarySearch): Filters {
  return { kind, status, q: q?.trim() || undefined };
}

export function isFiltered({ kind, status, q }: Filters): boolean {
  return kind !== undefined || status !== undefined || q !== undefined;
}

/** What was asked, in words: "No videos that failed with “beach” in the name." */
export function describeFilters({ kind, status, q }: Filters): string {
  const thing = kind === 'image' ? 'images' : kind === 'video' ? 'videos' : 'images or videos';
  const state = {
    ready: ' that are ready',
    processing: ' in processing',
    draft: ' in draft',
    failed: ' that failed',
  };
  const named = q === undefined ? '' : ` with “${q}” in the name`;
  return `No ${thing}${status === undefined ? '' : state[status]}${named}`;
}
