import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import { IconCalendar, IconX } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import type { PostNotice } from '@/api/types';
import { dayOf, timeOn } from '@/lib/days';
import { formatWallClock, type WallTime, wallTimeAt } from '@/lib/zones';
import { lazyPart } from '@/ui/lazyPart';
import type { PostTime } from '../draft/fields';
import { DayStrip } from './DayStrip';
import { addDays } from './days';
import { TimeNotices, ZoneWords } from './TimeWords';
import classes from './time.module.css';

const MonthPopover = lazyPart(() => import('./MonthPopover'));

/** What is planned, and how it changes. */
export interface TimePlan {
  time: PostTime | null;
  setTime: (time: PostTime | null) => void;
  problem: { words: string; about: 'time' | 'post' } | null;
  isDraft: boolean;
  /** What the server said about the time when it accepted it. */
  notices: readonly PostNotice[];
}

interface Props {
  plan: TimePlan;
  /** The profile's. */
  zone: string;
  /** Whose posts are counted on the days; by default, those of the whole group. */
  profileIds?: readonly string[];
  /** Whose posts are not counted: those that are being written. */
  setId?: string;
}

/** When the post appears, in the profile's time zone: a day, of which the next ones are in sight, and a time. */
export function TimeField({ plan, zone: profileZone, profileIds, setId }: Props) {
  const { t } = useLingui();
  const { time, setTime, problem, isDraft } = plan;
  const titleId = useId();
  const errorId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [monthOpen, setMonthOpen] = useState(false);
  const zone = time?.zone ?? profileZone;
  const now = wallTimeAt(Date.now(), zone);
  const today = dayOf(now);
  const known = time?.local ?? '';
  const [typed, setTyped] = useState({ clock: '', known: '?' });
  // Changed elsewhere: taken from another member's version, or removed.
  if (typed.known !== known) setTyped({ clock: known.slice(11), known });
  const { clock } = typed;
  const words = problem?.about === 'time' ? problem.words : null;
  const tomorrow = timeOn(addDays(today, 1), now);
  const usual = formatWallClock(tomorrow);

  const set = (local: WallTime) => {
    setTyped({ clock: local.slice(11), known: local });
    if (local !== known) setTime({ local, zone, second: false });
  };
  const chooseDay = (day: string) => set(clock === '' ? timeOn(day, now) : `${day}T${clock}`);
  const type = (next: string) => {
    // While it is being typed the field is empty, so a time counts only once it is complete.
    if (next === '') setTyped({ clock: next, known });
    else set(`${dayOf(known) || today}T${next}`);
  };
  const closeMonth = () => {
    setMonthOpen(false);
    button.current?.focus({ preventScroll: true });
  };

  const days = { today, chosen: dayOf(known), profileIds, setId };
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.title}>
        <Trans>Date and time</Trans>
      </h3>
      <div className={classes.row}>
        <DayStrip {...days} errorId={words === null ? undefined : errorId} onChoose={chooseDay} />
      </div>
      {monthOpen && (
        <MonthPopover
          {...days}
          button={button}
          onClose={closeMonth}
          onChoose={(day) => {
            chooseDay(day);
            closeMonth();
          }}
        />
      )}
      {words !== null && <Input.Error id={errorId}>{words}</Input.Error>}
      <div className={classes.foot}>
        <TextInput
          type="time"
          className={classes.clock}
          aria-label={t({ message: 'Time', context: 'of day' })}
          size="sm"
          value={clock}
          error={words !== null}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <ActionIcon
          ref={button}
          className={classes.calendar}
          variant="default"
          aria-label={t`Choose a date`}
          aria-haspopup="dialog"
          aria-expanded={monthOpen}
          onClick={() => setMonthOpen(!monthOpen)}
        >
          <IconCalendar size={18} stroke={1.5} />
        </ActionIcon>
        {time && isDraft && (
          <ActionIcon
            className={classes.remove}
            aria-label={t`Remove time`}
            title={t`Remove time`}
            onClick={() => setTime(null)}
          >
            <IconX size={18} stroke={1.5} />
          </ActionIcon>
        )}
        {!time && (
          <Button
            className={classes.quick}
            variant="subtle"
            size="compact-sm"
            h={32}
            onClick={() => set(tomorrow)}
          >
            {t`Tomorrow ${usual}`}
          </Button>
        )}
        <ZoneWords time={time} zone={zone} />
      </div>
      {time && <TimeNotices time={time} notices={plan.notices} onChange={setTime} />}
    </section>
  );
}
