import { useEffect, useRef } from 'react';
import type { LibraryView, Range, Sight } from './libraryView';

/** How many assets on either side of the open one stay loaded. */
const around = 12;

/**
 * The index of the open asset. It is remembered when the asset is no longer loaded because somebody scrolled on beside the open sheet; -1
 * if it was never seen in this list.
 */
export function useOpenPlace(
  view: LibraryView | undefined,
  id: string | undefined,
  look: (part: 'open', range: Sight['open']) => void,
): number {
  const last = useRef<{ id: string; index: number } | null>(null);
  const found = id === undefined ? undefined : view?.indexes.get(id);
  if (id !== undefined && found !== undefined) last.current = { id, index: found };
  const index = found ?? (last.current?.id === id ? (last.current?.index ?? -1) : -1);
  const total = view?.summary.total ?? 0;

  useEffect(() => {
    const range: Range | null =
      index < 0 ? null : { from: index - around, to: Math.min(total, index + around) };
    look('open', range);
  }, [index, total, look]);
  return index;
}
