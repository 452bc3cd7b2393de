import { plural } from '@lingui/core/macro';
import { formatAttributes } from '@/lib/format';
import { gregorian, inLanguage } from '@/lib/locale';

const format = (options: Intl.DateTimeFormatOptions) =>
  inLanguage(() => gregorian({ ...options, timeZone: 'UTC' }));
const numberOnly = format({ day: 'numeric' });
const dayAndMonth = format({ day: 'numeric', month: 'short' });
const dayOfYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
const inFull = format({ dateStyle: 'full' });
const weekday = { short: format({ weekday: 'short' }), long: format({ weekday: 'long' }) };

const at = (day: string) => Date.parse(`${day}T00:00Z`);

/** Without the word for "day" that some languages add to it. */
export function numberOf(day: string): string {
  const parts = numberOnly().formatToParts(at(day));
  return parts.find(({ type }) => type === 'day')?.value ?? '';
}

/** "2 Jun", with the year unless it is that of `today`. */
export function shortDay(day: string, today: string): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return (isThisYear ? dayAndMonth() : dayOfYear()).format(at(day));
}

export function weekdayOf(day: string, length: 'short' | 'long'): string {
  return weekday[length]().format(at(day));
}

/** "Wednesday, 25 November 2026, 3 posts". */
export function nameOfDay(day: string, posts: number): string {
  const name = inFull().format(at(day));
  if (posts === 0) return name;
  return formatAttributes([name, plural(posts, { one: '# post', other: '# posts' })]);
}
