import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { Asset } from '@/api/types';
import { libraryKeys } from '@/core/live/keys';
import { formatCount } from '@/lib/format';
import { showToast } from '@/ui/toast';
import type { LibraryView, Range } from '../view/libraryView';
import { entryAt } from '../view/months';
import { fetchRange, type Scope } from '../view/queries';
import {
  isSelected,
  joined,
  missingOf,
  mostSelected,
  rangeBetween,
  type Selection,
  sizeOf,
  withIds,
} from './selection';
import { clearSelection, currentSelection, select, toggle } from './selectionStore';

/** A gap up to this size between missing ranges is fetched too, to save a request. */
const slack = 60;

interface Anchor {
  id: string;
  index: number;
}

/** Selecting in the grid: one by one, by range and by rectangle, including assets that are not loaded yet. */
export function useGridSelection(scope: Scope) {
  const client = useQueryClient();
  const anchor = useRef<Anchor | null>(null);
  /** What was selected before Shift and an arrow key began to extend a range. */
  const extending = useRef<Selection | null>(null);
  const turn = useRef(0);

  // A selection belongs to what was on the screen when it was made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scope ends it.
  useEffect(() => {
    anchor.current = null;
    extending.current = null;
    return clearSelection;
  }, [scope]);

  const view = useCallback(() => client.getQueryData<LibraryView>(libraryKeys.view(scope)), [client, scope]);

  const selectRanges = useCallback(
    async (ranges: readonly Range[], base: Selection) => {
      const now = view();
      turn.current += 1;
      const mine = turn.current;
      if (!now) return;
      if (sizeOf(ranges) > mostSelected) {
        const most = formatCount(mostSelected);
        showToast(
          t`You can select up to ${most} items at once. Select fewer, or press Ctrl+A or ⌘A to select all.`,
          true,
        );
        return;
      }
      select(withIds(base, idsIn(now, ranges), true));
      const missing = missingOf(ranges, (index) => now.items.has(index));
      if (missing.length === 0) return;
      try {
        const ids = await fetchIds(scope, now, missing);
        if (turn.current !== mine || !currentSelection().active) return;
        if (JSON.stringify(view()?.summary.byMonth) !== JSON.stringify(now.summary.byMonth))
          showToast(t`The library just changed. Select the range again.`, true);
        else select(withIds(currentSelection().selection, ids, true));
      } catch (error) {
        if (turn.current === mine) showToast(error instanceof Error ? error.message : String(error), true);
      }
    },
    [scope, view],
  );

  /** The index of the asset that was selected last, even if the list has moved since. */
  const anchorIndex = useCallback(() => {
    const { current } = anchor;
    return current && (view()?.indexes.get(current.id) ?? current.index);
  }, [view]);

  const selectOne = useCallback((asset: Asset, index: number) => {
    anchor.current = { id: asset.id, index };
    extending.current = null;
    toggle(asset.id, !isSelected(currentSelection().selection, asset.id));
  }, []);

  const selectTo = useCallback(
    (asset: Asset, index: number) => {
      const from = anchorIndex();
      extending.current = null;
      if (from === null) return selectOne(asset, index);
      void selectRanges([rangeBetween(from, index)], currentSelection().selection);
    },
    [anchorIndex, selectOne, selectRanges],
  );

  /** Shift with an arrow key: the range follows the key, growing and shrinking. */
  const extendTo = useCallback(
    (from: number, to: number) => {
      if (extending.current === null) {
        extending.current = currentSelection().selection;
        const asset = view()?.items.get(from);
        anchor.current = { id: asset?.id ?? '', index: from };
      }
      void selectRanges([rangeBetween(anchorIndex() ?? from, to)], extending.current);
    },
    [view, anchorIndex, selectRanges],
  );

  const selectAlso = useCallback(
    (ranges: readonly Range[]) => {
      extending.current = null;
      void selectRanges(ranges, currentSelection().selection);
    },
    [selectRanges],
  );

  /** A key without Shift ends the range. The next range starts at the focus. */
  const endExtending = useCallback(() => {
    extending.current = null;
  }, []);

  return { selectOne, selectTo, extendTo, endExtending, selectAlso };
}

function idsIn(view: LibraryView, ranges: readonly Range[]): string[] {
  const ids: string[] = [];
  for (const { from, to } of ranges)
    for (let index = from; index < to; index++) {
      const asset = view.items.get(index);
      if (asset) ids.push(asset.id);
    }
  return ids;
}

async function fetchIds(
  scope: Scope,
  { summary }: LibraryView,
  missing: readonly Range[],
): Promise<string[]> {
  const ids: string[] = [];
  const isMissing = (index: number) => missing.some(({ from, to }) => index >= from && index < to);
  for (const range of joined(missing, slack)) {
    const pages = await fetchRange(scope, summary, range);
    let index = range.from;
    for (const page of pages) {
      if (JSON.stringify(entryAt(summary.byMonth, index)) !== JSON.stringify(page.entry)) break;
      for (const asset of page.items) {
        if (isMissing(index)) ids.push(asset.id);
        index += 1;
      }
    }
  }
  return ids;
}
