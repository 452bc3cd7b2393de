import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
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

/** Where a day is chosen and no time yet. */
const usualClock = '09:00';

/** When it appears, on the clock of the profile. The browser's own fields, for every locale, keyboard and thumb. */
export function TimeField({ plan, zone: profileZone }: { plan: Plan; zone: string }) {
  const { time, setTime, problem, isDraft } = plan;
  const zone = time?.zone ?? profileZone;
  const [today] = useState(() => wallTimeAt(Date.now(), zone).slice(0, 10));
  const known = time?.local ?? '';
  const [typed, setTyped] = useState({ day: '', clock: '', known: '?' });
  // Changed elsewhere: taken from another member, or taken away.
  if (typed.known !== known) {
    const [day = '', clock = ''] = known.split('T');
    setTyped({ day, clock, known });
  }
  const { day, clock } = typed;

  const type = (nextDay: string, nextClock: string) => {
    // While it is being typed a field is empty, or of the year 2; the time is what both say in the end.
    const whole = /^2\d{3}-/.test(nextDay) && nextClock !== '' ? `${nextDay}T${nextClock}` : known;
    setTyped({ day: nextDay, clock: nextClock, known: whole });
    if (whole !== known) setTime({ local: whole, zone, second: false });
  };

  return (
    <section className={classes.text} aria-label="Time">
      <div className={classes.pair}>
        <TextInput
          type="date"
          label="Day"
          size="sm"
          data-post-day=""
          min={today}
          value={day}
          error={problem?.about === 'time' ? problem.words : null}
          onChange={(event) => type(event.currentTarget.value, clock || usualClock)}
        />
        <TextInput
          type="time"
          label={`Time in ${placeOf(zone)}`}
          size="sm"
          value={clock}
          onChange={(event) => type(day || today, event.currentTarget.value)}
        />
      </div>
      {time ? (
        <TimeWords time={time} notices={plan.notices} onChange={setTime} />
      ) : (
        <p className={classes.quiet}>
          The clock of the profile counts: {placeOf(zone)}, {offsetName(zone, Date.now())}.
        </p>
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
          No time yet
        </Button>
      )}
    </section>
  );
}

interface WordsProps {
  time: PostTime;
  notices: readonly string[];
  onChange: (time: PostTime) => void;
}

/** What is not plain about a time: the clock is changed just then, or the reader lives by another one. */
function TimeWords({ time, notices, onChange }: WordsProps) {
  const { local, zone, second } = time;
  const planned = planIn(zone, local, second);
  const place = placeOf(zone);
  const own = ownZone();
  const mine = wallTimeAt(planned.utc, own);
  return (
    <>
      {planned.change === 'missing' && (
        <p className={classes.notice} role="status">
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
          {formatWallClock(local)} does not exist on {formatWallDay(local)} in {place}, because the clocks go
          forward. The post is set to {formatWallClock(planned.shown)}
          {planned.shown.slice(0, 10) === local.slice(0, 10) ? '' : ` on ${formatWallDay(planned.shown)}`}.
        </p>
      )}
      {planned.change === null &&
        notices.map((notice) => (
          <p key={notice} className={classes.notice} role="status">
            <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
            {notice}
          </p>
        ))}
      {planned.change === 'doubled' && (
        <div className={classes.notice} role="status">
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
          <span>
            {formatWallClock(local)} comes twice on {formatWallDay(local)} in {place}, because the clocks go
            back.
            <SegmentedControl
              size="xs"
              mt={6}
              aria-label="Which of the two"
              value={second ? 'second' : 'first'}
              onChange={(value) => onChange({ ...time, second: value === 'second' })}
              data={[
                { value: 'first', label: 'The first' },
                { value: 'second', label: 'The second' },
              ]}
            />
          </span>
        </div>
      )}
      <p className={classes.quiet}>
        {place}, {offsetName(zone, planned.utc)}
        {mine === planned.shown ? '' : `. For you that is ${formatWallTime(mine)}`}.
      </p>
    </>
  );
}
