import type { Asset, MonthCount } from '@/api/types';

export type Months = readonly MonthCount[];

/** A position the server can find quickly: some number of assets below the newest one of a month. */
export interface Entry {
  month: string;
  skip: number;
}

/** An answer of the server: the assets from an entry on, continuing into older months. */
export interface LoadedPage {
  entry: Entry;
  items: readonly Asset[];
}

export function entryAt(months: Months, index: number): Entry | null {
  let first = 0;
  for (const { month, count } of months) {
    if (index < first + count) return { month, skip: index - first };
    first += count;
  }
  return null;
}

/**
 * Where an index has moved, as far as the counts tell. New assets arrive on top of the newest month; other changes within a month only the
 * server knows. Null if there is no room for it any more.
 */
export function moveBetween(before: Months, after: Months): (index: number) => number | null {
  const placed = new Map(places(after).map((place) => [place.month, place]));
  const newest = after[0]?.month;
  return (index) => {
    const entry = entryAt(before, index);
    const place = entry && placed.get(entry.month);
    if (!entry || !place) return null;
    const count = before.find(({ month }) => month === entry.month)?.count ?? 0;
    const grown = entry.month === newest ? Math.max(0, place.count - count) : 0;
    const within = entry.skip + grown;
    return within < place.count ? place.first + within : null;
  };
}

/** Assets are placed by month, not by position in the answer, because the counts may be a little older than the page. */
export function* placesOf(months: Months, pages: readonly LoadedPage[]): Generator<[number, Asset]> {
  const placed = new Map(places(months).map((place) => [place.month, place]));
  for (const { entry, items } of pages) {
    const next = new Map([[entry.month, entry.skip]]);
    for (const asset of items) {
      const month = asset.createdAt.slice(0, 7);
      const within = next.get(month) ?? 0;
      next.set(month, within + 1);
      const place = placed.get(month);
      if (place && within < place.count) yield [place.first + within, asset];
    }
  }
}

function places(months: Months): { month: string; first: number; count: number }[] {
  let first = 0;
  return months.map(({ month, count }) => {
    first += count;
    return { month, first: first - count, count };
  });
}
