import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PostNotice } from '@/api/types';
import { sayNotice } from '@/core/posts/notices';
import {
  formatWallClock,
  formatWallDay,
  formatWallTime,
  offsetName,
  ownZone,
  placeOf,
  planIn,
  wallTimeAt,
} from '@/lib/zones';
import type { PostTime } from '../draft/fields';
import classes from './time.module.css';

interface Props {
  time: PostTime;
  notices: readonly PostNotice[];
  onChange: (time: PostTime) => void;
}

/** Explains a time at which the clocks change. */
export function TimeNotices({ time, notices, onChange }: Props) {
  const { t } = useLingui();
  const { local, zone, second } = time;
  const planned = planIn(zone, local, second);
  const place = placeOf(zone);
  const [clock, day] = [formatWallClock(local), formatWallDay(local)];
  const isSameDay = planned.shown.slice(0, 10) === local.slice(0, 10);
  const shown = isSameDay ? formatWallClock(planned.shown) : formatWallTime(planned.shown);
  return (
    <>
      {planned.change === 'missing' && (
        <p className={classes.notice} role="status">
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
          {t`${clock} doesn’t exist on ${day} in ${place} because clocks go forward. The post is set to ${shown}.`}
        </p>
      )}
      {planned.change === null &&
        notices.map((notice) => (
          <p key={notice.code} className={classes.notice} role="status">
            <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
            {sayNotice(notice)}
          </p>
        ))}
      {planned.change === 'doubled' && (
        <div className={classes.notice} role="status">
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
          <span>
            {t`${clock} happens twice on ${day} in ${place} because clocks go back.`}
            <SegmentedControl
              size="xs"
              mt={6}
              aria-label={t`Which one`}
              value={second ? 'second' : 'first'}
              onChange={(value) => onChange({ ...time, second: value === 'second' })}
              data={[
                { value: 'first', label: t({ message: 'First', context: 'of two times' }) },
                { value: 'second', label: t({ message: 'Second', context: 'of two times' }) },
              ]}
            />
          </span>
        </div>
      )}
    </>
  );
}

/** Whose clock shows the time, and what that is for a reader who lives in another zone. */
export function ZoneWords({ time, zone }: { time: PostTime | null; zone: string }) {
  const { t } = useLingui();
  const planned = time && planIn(zone, time.local, time.second);
  const [place, offset] = [placeOf(zone), offsetName(zone, planned?.utc ?? Date.now())];
  const mine = planned && wallTimeAt(planned.utc, ownZone());
  const here = mine && formatWallTime(mine);
  return (
    <p className={classes.quiet}>
      {here === null || mine === planned?.shown
        ? t`${place} time (${offset})`
        : t`${place} time (${offset}). That’s ${here} for you.`}
    </p>
  );
}
