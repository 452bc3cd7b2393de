import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
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
import classes from './Composer.module.css';
import type { PostTime } from './draft/fields';
import type { Plan } from './usePlan';

/** Used when a day is chosen but no time yet. */
const usualClock = '09:00';

/** When the post appears, in the profile's time zone. Native fields, because they suit every locale, keyboard and thumb. */
export function TimeField({ plan, zone: profileZone }: { plan: Plan; zone: string }) {
  const { t } = useLingui();
  const { time, setTime, problem, isDraft } = plan;
  const zone = time?.zone ?? profileZone;
  const [today] = useState(() => wallTimeAt(Date.now(), zone).slice(0, 10));
  const known = time?.local ?? '';
  const [typed, setTyped] = useState({ day: '', clock: '', known: '?' });
  // Changed elsewhere: taken from another member's version, or removed.
  if (typed.known !== known) {
    const [day = '', clock = ''] = known.split('T');
    setTyped({ day, clock, known });
  }
  const { day, clock } = typed;
  const [place, offset] = [placeOf(zone), offsetName(zone, Date.now())];

  const type = (nextDay: string, nextClock: string) => {
    // While it is being typed a field is empty, or in the year 2, so a time counts only once both are complete.
    const whole = /^2\d{3}-/.test(nextDay) && nextClock !== '' ? `${nextDay}T${nextClock}` : known;
    setTyped({ day: nextDay, clock: nextClock, known: whole });
    if (whole !== known) setTime({ local: whole, zone, second: false });
  };

  return (
    <section className={classes.text} aria-label={t`Date and time`}>
      <div className={classes.pair}>
        <TextInput
          type="date"
          label={t({ message: 'Day', context: 'of a post' })}
          size="sm"
          data-post-day=""
          min={today}
          value={day}
          error={problem?.about === 'time' ? problem.words : null}
          onChange={(event) => type(event.currentTarget.value, clock || usualClock)}
        />
        <TextInput
          type="time"
          label={t({ message: 'Time', context: 'of day' })}
          size="sm"
          value={clock}
          onChange={(event) => type(day || today, event.currentTarget.value)}
        />
      </div>
      {time ? (
        <TimeWords time={time} notices={plan.notices} onChange={setTime} />
      ) : (
        <p className={classes.quiet}>{t`${place} time (${offset})`}</p>
      )}
      {time && isDraft && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          h={32}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setTime(null)}
        >
          <Trans>Remove time</Trans>
        </Button>
      )}
    </section>
  );
}

interface WordsProps {
  time: PostTime;
  notices: readonly PostNotice[];
  onChange: (time: PostTime) => void;
}

/** Explains an unusual time: the clocks change just then, or the reader lives in another zone. */
function TimeWords({ time, notices, onChange }: WordsProps) {
  const { t } = useLingui();
  const { local, zone, second } = time;
  const planned = planIn(zone, local, second);
  const place = placeOf(zone);
  const own = ownZone();
  const mine = wallTimeAt(planned.utc, own);
  const [clock, day] = [formatWallClock(local), formatWallDay(local)];
  const isSameDay = planned.shown.slice(0, 10) === local.slice(0, 10);
  const shown = isSameDay ? formatWallClock(planned.shown) : formatWallTime(planned.shown);
  const offset = offsetName(zone, planned.utc);
  const here = formatWallTime(mine);
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
      <p className={classes.quiet}>
        {mine === planned.shown
          ? t`${place} time (${offset})`
          : t`${place} time (${offset}). That’s ${here} for you.`}
      </p>
    </>
  );
}
