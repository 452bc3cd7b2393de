import type { AssetFilter, CloudProvider } from '@/api/types';
import type { Filters } from '@/core/assets/filters';
import { withLabel } from '@/core/labels/labelNames';

/** What the address bar holds: the filters, the open asset, and whether it fills the screen; or where files are chosen from. */
export type LibrarySearch = Filters & {
  asset?: string;
  view?: 'full';
  import?: CloudProvider;
  /** How connecting with that cloud ended. */
  outcome?: string;
};

export const statuses: { value: NonNullable<Filters['status']>; label: string }[] = [
  { value: 'ready', label: 'Ready' },
  { value: 'draft', label: 'Draft' },
  { value: 'processing', label: 'Processing' },
  { value: 'tiktok', label: 'TikTok' },
  { value: 'failed', label: 'Failed' },
];

export const noFilters: Record<keyof Filters, undefined> = {
  kind: undefined,
  status: undefined,
  q: undefined,
  label: undefined,
  starred: undefined,
  usage: undefined,
  origin: undefined,
  fits: undefined,
};

/** Reads an address that anybody may have typed; what makes no sense is left out. */
export function readSearch(raw: Record<string, unknown>): LibrarySearch {
  const search: LibrarySearch = {};
  if (raw.kind === 'image' || raw.kind === 'video') search.kind = raw.kind;
  const status = statuses.find(({ value }) => value === raw.status);
  if (status) search.status = status.value;
  const q = typeof raw.q === 'number' ? String(raw.q) : raw.q;
  if (typeof q === 'string' && q.trim() !== '') search.q = q;
  const labels = [raw.label].flat().filter((name): name is string => typeof name === 'string');
  const label = labels.reduce<string[]>(withLabel, []);
  if (label.length > 0) search.label = label;
  if (raw.starred === true || raw.starred === 'true') search.starred = true;
  if (raw.usage === 'used' || raw.usage === 'unused') search.usage = raw.usage;
  if (raw.origin === 'ai') search.origin = raw.origin;
  if (typeof raw.fits === 'string' && /^[a-z_]+\.[a-z_]+$/.test(raw.fits)) search.fits = raw.fits;
  if (typeof raw.asset === 'string') search.asset = raw.asset;
  if (raw.view === 'full' && search.asset) search.view = 'full';
  if (raw.import === 'dropbox' || raw.import === 'googleDrive') search.import = raw.import;
  if (search.import && typeof raw.outcome === 'string') search.outcome = raw.outcome;
  return search;
}

export function filtersOf({ asset, view, import: from, outcome, ...filters }: LibrarySearch): Filters {
  return { ...filters, q: filters.q?.trim() || undefined };
}

/** The words that are searched for, as the title of the window says them. */
export function searchedIn({ label = [], q }: Filters): string {
  return [...label, ...(q ? [q] : [])].join(', ');
}

export function isFiltered(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** The same filter for the body of a request, which names every field. */
export function filterOf(filters: Filters, group: string): AssetFilter {
  return {
    kind: filters.kind,
    status: filters.status,
    q: filters.q ?? null,
    label: filters.label ?? null,
    starred: filters.starred ?? null,
    usage: filters.usage,
    profile: null,
    origin: filters.origin,
    fits: filters.fits ?? null,
    group,
    trash: null,
  };
}

/** What was asked, in words: "No starred videos that failed, with “beach” in the name". */
export function describeFilters(filters: Filters, surface?: string): string {
  const thing =
    filters.kind === 'image' ? 'images' : filters.kind === 'video' ? 'videos' : 'images or videos';
  const before = [filters.starred && 'starred', filters.usage, filters.origin && 'AI-generated'].filter(
    Boolean,
  );
  const state = {
    ready: ' that are ready',
    processing: ' in processing',
    draft: ' in draft',
    failed: ' that failed',
    tiktok: ' held by a TikTok post',
  };
  const what = `No ${[...before, thing].join(' ')}${filters.status ? state[filters.status] : ''}`;
  const after = [
    filters.label && `labelled ${filters.label.map((name) => `“${name}”`).join(' and ')}`,
    filters.q && `with “${filters.q}” in the name`,
    filters.fits && `that fit ${surface ?? filters.fits}`,
  ].filter(Boolean);
  return after.length === 0 ? what : `${what} ${after.join(', ')}`;
}
