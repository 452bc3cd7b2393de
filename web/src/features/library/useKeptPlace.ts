import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Asset } from '@/api/types';
import { type GridLayout, topOfIndex } from './rows';

/** This near to the top, a person wants to see what arrives there. */
const topZone = 24;

interface Anchor {
  id: string;
  /** How far below the upper edge its row stood. */
  offset: number;
}

/**
 * Keeps what a person looks at where it is when assets arrive or vanish above it, or when the tiles change
 * their size. Something else asked for means another list, which starts at the top.
 */
export function useKeptPlace(
  scroller: RefObject<HTMLDivElement | null>,
  layout: GridLayout,
  items: readonly Asset[],
  identity: string,
) {
  const anchor = useRef<Anchor | null>(null);
  const shown = useRef(identity);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    if (shown.current !== identity) {
      shown.current = identity;
      anchor.current = null;
      element.scrollTop = 0;
      return;
    }
    const { current } = anchor;
    if (current === null || element.scrollTop <= topZone) return;
    const index = items.findIndex((asset) => asset.id === current.id);
    if (index < 0) return;
    const top = topOfIndex(layout, index) - current.offset;
    if (Math.abs(top - element.scrollTop) > 1) element.scrollTop = top;
  }, [scroller, layout, items, identity]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const remember = () => {
      anchor.current = firstInSight(element, layout, items);
    };
    remember();
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [scroller, layout, items]);
}

function firstInSight(element: HTMLElement, layout: GridLayout, items: readonly Asset[]): Anchor | null {
  let low = 0;
  let high = Math.min(items.length, layout.total) - 1;
  if (high < 0) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (topOfIndex(layout, middle) + layout.tile < element.scrollTop) low = middle + 1;
    else high = middle;
  }
  const asset = items[low];
  return asset ? { id: asset.id, offset: topOfIndex(layout, low) - element.scrollTop } : null;
}
