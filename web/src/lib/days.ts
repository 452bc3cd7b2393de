import type { WallTime } from './zones';

/** The time a post gets when only a day is chosen. */
const usualClock = '09:00';
const hour = 3_600_000;

/** Days are computed in UTC and given wall times, so no zone or clock change can interfere. */
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
  const next = wallOf(new Date(Math.floor(Date.parse(`${now}Z`) / hour) * hour + hour));
  return dayOf(next) === day ? next : `${day}T23:45`;
}

/** The first day of the week in the reader's locale; 0 is Sunday. */
export function firstDayOfWeek(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 }).firstDay % 7;
}
