import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { LibraryView } from '../view/libraryView';
import { type GridLayout, indexesOfRows, rowAt, topOfIndex } from './rows';

/** Within this many pixels of the top, a person wants to see what arrives there. */
const topZone = 24;

interface Anchor {
  id: string;
  /** How far below the upper edge its row was, in pixels. */
  offset: number;
}

interface Scrolling {
  top: () => number;
  moveTo: (place: number) => void;
}

/**
 * Keeps what a person looks at in place when assets arrive or vanish above it, or when the tile size changes. A new identity means another
 * list, which starts at the top. Returns a function to go elsewhere on purpose: what was visible before then no longer holds the place.
 */
export function useKeptPlace(
  scroller: RefObject<HTMLDivElement | null>,
  layout: GridLayout,
  view: LibraryView,
  identity: string,
  { top, moveTo }: Scrolling,
): (place: number) => void {
  /** All visible assets, from the top: if the first one is deleted, the next one holds the place. */
  const anchors = useRef<Anchor[]>([]);
  const shown = useRef(identity);

  useLayoutEffect(() => {
    if (shown.current !== identity) {
      shown.current = identity;
      anchors.current = [];
      moveTo(0);
      return;
    }
    if (top() <= topZone) return;
    const anchor = anchors.current.find(({ id }) => view.indexes.has(id));
    const index = anchor && view.indexes.get(anchor.id);
    if (anchor === undefined || index === undefined) return;
    const place = topOfIndex(layout, index) - anchor.offset;
    if (Math.abs(place - top()) > 1) moveTo(place);
  }, [layout, view, identity, top, moveTo]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const remember = () => {
      anchors.current = inSight(layout, view, top(), element.clientHeight);
    };
    remember();
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [scroller, layout, view, top]);

  return useCallback(
    (place: number) => {
      anchors.current = [];
      moveTo(place);
    },
    [moveTo],
  );
}

function inSight(layout: GridLayout, view: LibraryView, top: number, height: number): Anchor[] {
  const [from, to] = indexesOfRows(layout, rowAt(layout, top), rowAt(layout, top + height));
  const anchors: Anchor[] = [];
  for (let index = from; index < to; index++) {
    const asset = view.items.get(index);
    if (asset) anchors.push({ id: asset.id, offset: topOfIndex(layout, index) - top });
  }
  return anchors;
}
