import { useRef } from 'react';
import type { Range } from '../view/libraryView';
import { reelAround } from './reel';

/**
 * The slides around a place. When assets arrive above the one shown, the slides move with it: its number among them stays, and a video
 * keeps playing.
 */
export function useReel(id: string, index: number, place: number, total: number): Range {
  const last = useRef<{ range: Range; index: number; id: string } | null>(null);
  const { current } = last;
  const drift = current?.id === id ? index - current.index : 0;
  const carried = current && {
    from: current.range.from + drift,
    to: Math.min(total, current.range.to + drift),
  };
  const range = reelAround(carried && carried.from >= 0 ? carried : null, place, total);
  const isSame = current?.range.from === range.from && current.range.to === range.to;
  last.current = { range: isSame ? current.range : range, index, id };
  return last.current.range;
}
