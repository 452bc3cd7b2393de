import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AssetFilter, CloudProvider } from '@/api/types';
import type { Filters } from '@/core/assets/filters';
import { withLabel } from '@/core/labels/labelNames';
import { inLanguage } from '@/lib/locale';

/** What the address holds: the filters, the open asset and whether it fills the screen; or the cloud to choose files from. */
export type LibrarySearch = Filters & {
  asset?: string;
  view?: 'full';
  import?: CloudProvider;
  /** How connecting with that cloud ended. */
  outcome?: string;
};

export const statuses: { value: NonNullable<Filters['status']>; label: MessageDescriptor }[] = [
  { value: 'ready', label: msg({ message: 'Ready', context: 'status of a file' }) },
  { value: 'draft', label: msg({ message: 'Draft', context: 'status of a file' }) },
  { value: 'processing', label: msg({ message: 'Processing', context: 'status of a file' }) },
  {
    value: 'tiktok',
    label: msg({ message: 'TikTok', comment: 'status of a file that a post for TikTok uses' }),
  },
  { value: 'failed', label: msg({ message: 'Failed', context: 'status of a file' }) },
];

const terms = inLanguage((locale) => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }));

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

/** Reads an address that anybody may have typed; what makes no sense is dropped. */
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

/** The search terms, as the window title shows them. */
export function searchedIn({ label = [], q }: Filters): string {
  return terms().format([...label, ...(q ? [q] : [])]);
}

export function isFiltered(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** Every field, so that the compiler asks for a forgotten one: an action on all results must not act on more than is shown. */
type WholeFilter = { [Field in keyof Required<AssetFilter>]: AssetFilter[Field] };

/** The same filter for the body of a request, which names every field. */
export function filterOf(filters: Filters, group: string): WholeFilter {
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
