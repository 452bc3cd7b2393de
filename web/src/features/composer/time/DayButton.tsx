import { VisuallyHidden } from '@mantine/core';
import type { ComponentProps } from 'react';
import { nameOfDay, numberOf, weekdayOf } from './dayWords';
import classes from './time.module.css';

interface Props extends ComponentProps<'button'> {
  day: string;
  today: string;
  chosen: boolean;
  posts: number;
  /** In place of the number alone. */
  label?: string;
  withWeekday?: boolean;
}

const mostDots = 3;

/** A day to choose. Its dots say whether something is planned for it; its name says how much. */
export function DayButton({ day, today, chosen, posts, label, withWeekday, ...button }: Props) {
  return (
    <button
      type="button"
      className={classes.day}
      data-day={day}
      aria-pressed={chosen}
      aria-current={day === today ? 'date' : undefined}
      {...button}
    >
      <VisuallyHidden>{nameOfDay(day, posts)}</VisuallyHidden>
      {withWeekday && (
        <span className={classes.weekday} aria-hidden="true">
          {weekdayOf(day, 'short')}
        </span>
      )}
      <span className={classes.number} aria-hidden="true">
        {label ?? numberOf(day)}
      </span>
      <span className={classes.dots} aria-hidden="true">
        {Array.from({ length: Math.min(posts, mostDots) }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike.
          <span key={index} />
        ))}
      </span>
    </button>
  );
}
