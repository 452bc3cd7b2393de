import { useLingui } from '@lingui/react/macro';
import { DayButton } from './DayButton';
import { addDays, daysFrom } from './days';
import { shortDay } from './dayWords';
import classes from './time.module.css';
import { useDayCounts } from './useDayCounts';

const length = 7;

interface Props {
  today: string;
  /** Empty if none is. */
  chosen: string;
  profileIds: readonly string[] | undefined;
  setId: string | undefined;
  /** The id of what is wrong with the time. */
  errorId: string | undefined;
  onChoose: (day: string) => void;
}

/** The next days, and after them the chosen one where it is none of these. */
export function DayStrip({ today, chosen, profileIds, setId, errorId, onChoose }: Props) {
  const { t } = useLingui();
  const counts = useDayCounts(today, addDays(today, length), profileIds, setId);
  const days = daysFrom(today, length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame and layout.
    <div
      className={classes.strip}
      role="group"
      aria-label={t({ message: 'Day', context: 'of a post' })}
      aria-describedby={errorId}
    >
      <div className={classes.days}>
        {days.map((day, index) => (
          <DayButton
            key={day}
            day={day}
            today={today}
            chosen={day === chosen}
            posts={counts.get(day) ?? 0}
            withWeekday
            data-post-day={index === 0 ? '' : undefined}
            aria-describedby={index === 0 ? errorId : undefined}
            onClick={() => onChoose(day)}
          />
        ))}
      </div>
      {chosen !== '' && !days.includes(chosen) && (
        <DayButton
          day={chosen}
          today={today}
          chosen
          posts={0}
          label={shortDay(chosen, today)}
          withWeekday
          onClick={() => onChoose(chosen)}
        />
      )}
    </div>
  );
}
