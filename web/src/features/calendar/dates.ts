import type { WallTime } from '@/lib/zones';

/** The time a post gets when it is dropped on a day. */
const usualClock = '09:00';
const minute = 60_000;

/** The calendar computes in UTC and is given wall times, so no zone or clock change can interfere. */
export function wallOf(date: Date): WallTime {
  return date.toISOString().slice(0, 16);
}

export function dayOf(wall: WallTime): string {
  return wall.slice(0, 10);
}

/** A time on that day: in the morning, or at the next full hour if that has passed. */
export function timeOn(day: string, now: WallTime): WallTime {
  const morning = `${day}T${usualClock}`;
  if (morning > now || day !== dayOf(now)) return morning;
  const next = wallOf(
    new Date(Math.floor(Date.parse(`${now}Z`) / (60 * minute)) * 60 * minute + 60 * minute),
  );
  return dayOf(next) === day ? next : `${day}T23:45`;
}

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

/** The first day of the week in the reader's locale; 0 is Sunday. */
export function firstDayOfWeek(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 }).firstDay % 7;
}
