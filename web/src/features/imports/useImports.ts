import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Import } from '@/api/types';
import { type ImportTotals, isOpen, shownOf, totalsOf } from './batch';
import { importsQuery } from './queries';

const lingerMs = 2000;
const none: readonly Import[] = [];

/** The member's imports that the bar shows. Finished ones leave it two seconds after the last one ended. */
export function useImports(group: string): { items: Import[]; totals: ImportTotals } {
  const { data } = useQuery(importsQuery(group));
  const all = data?.items ?? none;
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const fresh = all.filter((item) => isOpen(item) && !seen.has(item.id));
  if (fresh.length > 0) {
    // If nothing seen before is still open, these start a new round.
    const goesOn = all.some((item) => isOpen(item) && seen.has(item.id));
    setSeen(new Set([...(goesOn ? seen : []), ...fresh.map(({ id }) => id)]));
  }

  const items = shownOf(all, seen);
  const totals = totalsOf(items, seen);
  const over = totals.open === 0 && totals.done > totals.duplicates;
  useEffect(() => {
    if (!over) return;
    const timer = setTimeout(() => setSeen(new Set()), lingerMs);
    return () => clearTimeout(timer);
  }, [over]);
  return { items, totals };
}
