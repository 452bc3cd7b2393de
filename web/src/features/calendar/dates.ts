import { wallOf } from '@/lib/days';
import type { WallTime } from '@/lib/zones';

const minute = 60_000;

/** How Alt with an arrow key changes a time: left and right by a day, up and down by half an hour (by a week in a month). */
export function nudged(wall: WallTime, key: string, view: 'month' | 'times'): WallTime | null {
  const day = 24 * 60;
  const minutes: Record<string, number> = {
    ArrowLeft: -day,
    ArrowRight: day,
    ArrowUp: view === 'month' ? -7 * day : -30,
    ArrowDown: view === 'month' ? 7 * day : 30,
  };
  const step = minutes[key];
  return step === undefined ? null : wallOf(new Date(Date.parse(`${wall}Z`) + step * minute));
}
