import { t } from '@lingui/core/macro';
import type { PostNotice } from '@/api/types';
import { formatWallClock, formatWallDay, formatWallTime, placeOf } from '@/lib/zones';

/** What the server did beyond what was asked, in the language of the page; in English if this version doesn't know the code. */
export function sayNotice({ code, text, members }: PostNotice): string {
  const { wanted, localTime, timeZone, laterOccurrence } = (members ?? {}) as Record<string, unknown>;
  if (typeof localTime !== 'string' || typeof timeZone !== 'string') return text;
  const place = placeOf(timeZone);
  if (code === 'timeSkipped' && typeof wanted === 'string') {
    const [clock, day, shown] = [formatWallClock(wanted), formatWallDay(wanted), formatWallTime(localTime)];
    return t`${clock} doesn’t exist on ${day} in ${place} because clocks go forward. The post is set to ${shown}.`;
  }
  if (code === 'timeDoubled') {
    const [clock, day] = [formatWallClock(localTime), formatWallDay(localTime)];
    return laterOccurrence
      ? t`${clock} happens twice on ${day} in ${place}. The post is set to the second one.`
      : t`${clock} happens twice on ${day} in ${place}. The post is set to the first one.`;
  }
  return text;
}
