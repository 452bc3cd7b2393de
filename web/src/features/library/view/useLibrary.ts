import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Asset } from '@/api/types';
import type { Filters } from '@/core/assets/filters';
import { libraryKeys } from '@/core/live/keys';
import { BlockQueue } from './BlockQueue';
import { blockSize, blocksOf, type LibraryView, type Range, type Sight } from './libraryView';
import { loadRange, type Scope, viewQuery } from './queries';

/** While somebody leaps through the list, for example with the scrubber, loading waits this long. */
const leapMs = 80;

/** The library under a filter, and a way to report what is being looked at, which is then loaded. */
export function useLibrary(filters: Filters, group: string) {
  const client = useQueryClient();
  const asked = JSON.stringify(filters);
  const scope = useMemo((): Scope => ({ ...JSON.parse(asked), group }), [asked, group]);
  const query = useQuery(viewQuery(client, scope));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const leapt = useRef(0);

  const current = useCallback(
    () => client.getQueryData<LibraryView>(libraryKeys.view(scope)),
    [client, scope],
  );
  const queue = useMemo(
    () =>
      new BlockQueue({
        isFresh: (block) => current()?.fresh.has(block) ?? true,
        load: (range, signal) => loadRange(client, scope, range, signal),
      }),
    [client, scope, current],
  );
  const want = useCallback(() => {
    const view = current();
    if (view) queue.want(wantedBlocks(view));
  }, [current, queue]);

  /** Reports what a part of the page shows; null if it no longer shows anything. */
  const look = useCallback(
    <Part extends keyof Sight>(part: Part, range: Sight[Part]) => {
      const view = current();
      if (!view) return;
      const before = view.sight[part];
      view.sight[part] = range;
      clearTimeout(timer.current);
      const now = performance.now();
      const leaps = before !== null && range !== null && (range.to <= before.from || range.from >= before.to);
      const isInARow = leaps && now - leapt.current < leapMs;
      if (leaps) leapt.current = now;
      if (isInARow) timer.current = setTimeout(want, leapMs);
      else want();
    },
    [current, want],
  );

  /** The asset at an index; loads it if necessary. */
  const assetAt = useCallback(
    async (index: number): Promise<Asset | undefined> => {
      const at = Math.floor(index / blockSize) * blockSize;
      if (!current()?.items.has(index)) await loadRange(client, scope, { from: at, to: at + blockSize });
      return current()?.items.get(index);
    },
    [client, scope, current],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another view means that other blocks are missing.
  useEffect(want, [want, query.data]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      queue.stop();
    },
    [queue],
  );

  return { query, view: query.data, scope, look, assetAt };
}

/** What is visible first, then the screens below and above it, where a person is likely to go next. */
function wantedBlocks({ sight: { grid, open }, summary: { total } }: LibraryView): number[] {
  const screen = Math.max(1, grid.to - grid.from);
  const within = (range: Range) => ({ from: Math.max(0, range.from), to: Math.min(total, range.to) });
  return [
    ...new Set([
      ...(open ? blocksOf(within(open)) : []),
      ...blocksOf(within(grid)),
      ...blocksOf(within({ from: grid.to, to: grid.to + screen })),
      ...blocksOf(within({ from: grid.from - screen, to: grid.from })),
    ]),
  ];
}
