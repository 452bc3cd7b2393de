import type { PostSummary } from '@/api/types';
import { dayOf, wallOf } from '@/lib/days';

const day = 86_400_000;

function dateOf(of: string): Date {
  return new Date(`${of}T00:00Z`);
}

export function addDays(to: string, count: number): string {
  return dayOf(wallOf(new Date(dateOf(to).getTime() + count * day)));
}

/** The same day of another month, or the last one where that month is shorter. */
export function addMonths(to: string, count: number): string {
  const [year, month, number] = to.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return dayOf(wallOf(new Date(Date.UTC(year, month - 1 + count, Math.min(number, last)))));
}

export function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** How many days of its week come before it. */
function placeInWeek(of: string, firstDay: number): number {
  return (dateOf(of).getUTCDay() - firstDay + 7) % 7;
}

/** The weeks of the month of a day; null stands for the days of the months around it. */
export function weeksOf(month: string, firstDay: number): (string | null)[][] {
  const first = `${month.slice(0, 7)}-01`;
  const start = addDays(first, -placeInWeek(first, firstDay));
  const end = addMonths(first, 1);
  const weeks: (string | null)[][] = [];
  for (let week = start; week < end; week = addDays(week, 7))
    weeks.push(daysFrom(week, 7).map((one) => (one >= first && one < end ? one : null)));
  return weeks;
}

/** Where a key leads in a month; the arrows as in text from left to right. */
export function dayAfterKey(from: string, key: string, firstDay: number): string | null {
  const place = placeInWeek(from, firstDay);
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -place,
    End: 6 - place,
  };
  const step = steps[key];
  if (step !== undefined) return addDays(from, step);
  return key === 'PageUp' ? addMonths(from, -1) : key === 'PageDown' ? addMonths(from, 1) : null;
}

export type DayCounts = ReadonlyMap<string, number>;

export function countByDay(posts: readonly Pick<PostSummary, 'localTime'>[]): DayCounts {
  const counts = new Map<string, number>();
  for (const { localTime } of posts) {
    if (localTime === null) continue;
    const on = dayOf(localTime);
    counts.set(on, (counts.get(on) ?? 0) + 1);
  }
  return counts;
}
