import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import type { Filters } from './filters';
import type { LibraryView } from './pages';
import { libraryKeys, loadMore, viewQuery } from './queries';

/** The library under a filter, and a way to ask for more of it. */
export function useLibrary(filters: Filters, group: string) {
  const client = useQueryClient();
  const scope = useMemo(() => ({ ...filters, group }), [filters, group]);
  const query = useQuery(viewQuery(client, scope));
  const wanted = useRef(0);
  const loading = useRef(false);

  /** Loads page after page until this index is there; the newest wish counts. */
  const reach = useCallback(
    async (index: number) => {
      wanted.current = index;
      if (loading.current) return;
      loading.current = true;
      try {
        for (;;) {
          const view = client.getQueryData<LibraryView>(libraryKeys.view(scope));
          if (!view || view.nextCursor === null || view.items.length > wanted.current) break;
          await loadMore(client, scope);
        }
      } catch {
        // Empty tiles stay where the page is missing; scrolling or the next reload asks again.
      } finally {
        loading.current = false;
      }
    },
    [client, scope],
  );

  return { query, view: query.data, reach };
}
