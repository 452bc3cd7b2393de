import type { PostState } from '@/api/types';

export type CalendarView = 'month' | 'week' | 'day' | 'list';
export const calendarViews: readonly CalendarView[] = ['month', 'week', 'day', 'list'];

/** What the address bar holds of the calendar. */
export interface CalendarSearch {
  view?: CalendarView;
  /** A day that is in sight: `2026-11-25`. */
  date?: string;
  /** Only posts of this profile. */
  profile?: string;
}

/** What the address bar holds of the list of posts. */
export interface PostsSearch {
  status?: PostState;
  profile?: string;
  q?: string;
}

const states: readonly PostState[] = ['draft', 'scheduled', 'due', 'published', 'missed'];

export function readCalendarSearch(raw: Record<string, unknown>): CalendarSearch {
  return {
    ...(calendarViews.includes(raw.view as CalendarView) && { view: raw.view as CalendarView }),
    ...(typeof raw.date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.date) && { date: raw.date }),
    ...(typeof raw.profile === 'string' && { profile: raw.profile }),
  };
}

export function readPostsSearch(raw: Record<string, unknown>): PostsSearch {
  return {
    ...(states.includes(raw.status as PostState) && { status: raw.status as PostState }),
    ...(typeof raw.profile === 'string' && { profile: raw.profile }),
    ...(typeof raw.q === 'string' && raw.q !== '' && { q: raw.q }),
  };
}
