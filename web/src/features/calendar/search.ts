export type CalendarView = 'month' | 'week' | 'day' | 'list';
export const calendarViews: readonly CalendarView[] = ['month', 'week', 'day', 'list'];

/** The calendar's part of the address. */
export interface CalendarSearch {
  view?: CalendarView;
  /** A visible day: `2026-11-25`. */
  date?: string;
  /** Only posts of this profile. */
  profile?: string;
}

export function readCalendarSearch(raw: Record<string, unknown>): CalendarSearch {
  return {
    ...(calendarViews.includes(raw.view as CalendarView) && { view: raw.view as CalendarView }),
    ...(typeof raw.date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.date) && { date: raw.date }),
    ...(typeof raw.profile === 'string' && { profile: raw.profile }),
  };
}
