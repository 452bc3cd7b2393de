import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { firstDayOfWeek } from '@/lib/days';
import { arrowOf } from '@/lib/direction';
import { formatMonth } from '@/lib/format';
import { locale } from '@/lib/locale';
import { DayButton } from './DayButton';
import { addDays, addMonths, dayAfterKey, daysFrom, weeksOf } from './days';
import { weekdayOf } from './dayWords';
import classes from './time.module.css';
import { useDayCounts } from './useDayCounts';

interface Props {
  today: string;
  /** Empty if none is. */
  chosen: string;
  profileIds: readonly string[] | undefined;
  setId: string | undefined;
  onChoose: (day: string) => void;
}

/** A known Monday, for the names of the weekdays. */
const monday = '2026-11-23';
/** On what has the focus: Escape is meant for the popover, not for the dialog below. */
const keepsEscape = { 'data-mantine-stop-propagation': 'true' };

/** A month of days to choose from, as far as they are not over. One of them can be reached with Tab, the others from there. */
export function Month({ today, chosen, profileIds, onChoose }: Props) {
  const { t } = useLingui();
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(chosen > today ? chosen : today);
  const month = active.slice(0, 7);
  const counts = useDayCounts(`${month}-01`, addMonths(`${month}-01`, 1), profileIds);
  const firstDay = firstDayOfWeek(locale());
  const title = formatMonth(month);
  const isFirst = month <= today.slice(0, 7);

  const move = (to: string) => setActive(to < today ? today : to);
  const keys = (event: KeyboardEvent) => {
    const next = dayAfterKey(active, arrowOf(event.key), firstDay);
    if (next === null) return;
    event.preventDefault();
    flushSync(() => move(next));
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };

  return (
    <div className={classes.month}>
      <div className={classes.head}>
        {/* Stays focusable on the first month, where the button would take the focus with it. */}
        <ActionIcon
          {...keepsEscape}
          className={classes.arrow}
          aria-label={t`Previous month`}
          aria-disabled={isFirst}
          data-disabled={isFirst || undefined}
          onClick={() => move(addMonths(active, -1))}
        >
          <IconChevronLeft size={18} stroke={1.75} />
        </ActionIcon>
        <span aria-live="polite">{title}</span>
        <ActionIcon
          {...keepsEscape}
          className={classes.arrow}
          aria-label={t`Next month`}
          onClick={() => move(addMonths(active, 1))}
        >
          <IconChevronRight size={18} stroke={1.75} />
        </ActionIcon>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells the arrow keys reach. */}
      <table ref={grid} className={classes.grid} role="grid" aria-label={title} onKeyDown={keys}>
        <thead>
          <tr>
            {daysFrom(addDays(monday, firstDay - 1), 7).map((day) => (
              <th key={day} scope="col" abbr={weekdayOf(day, 'long')}>
                {weekdayOf(day, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, firstDay).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, index) =>
                day === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an empty place is told by its place alone.
                  <td key={index} />
                ) : (
                  <td key={day}>
                    <DayButton
                      {...keepsEscape}
                      day={day}
                      today={today}
                      chosen={day === chosen}
                      posts={counts.get(day) ?? 0}
                      disabled={day < today}
                      tabIndex={day === active ? 0 : -1}
                      data-autofocus={day === active || undefined}
                      onClick={() => onChoose(day)}
                    />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
