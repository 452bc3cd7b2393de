import { ActionIcon, Button, SegmentedControl, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPhotoPlus, IconPlus } from '@tabler/icons-react';
import type { Profile } from '@/api/types';
import { nameOfProfile, networks } from '@/core/posts/networks';
import classes from './calendar.module.css';
import { type CalendarView, calendarViews } from './search';

interface Props {
  title: string;
  view: CalendarView;
  profiles: readonly Profile[];
  profile: string | undefined;
  adds: boolean;
  phone: boolean;
  onStep: (by: -1 | 0 | 1) => void;
  onView: (view: CalendarView) => void;
  onProfile: (id: string | undefined) => void;
  onSide: () => void;
  onNew: () => void;
}

const labels: Record<CalendarView, string> = { month: 'Month', week: 'Week', day: 'Day', list: 'List' };

export function CalendarBar({ title, view, profiles, profile, adds, phone, ...on }: Props) {
  return (
    <header className={classes.bar}>
      <div className={classes.steps}>
        <Button variant="default" size="sm" onClick={() => on.onStep(0)}>
          Today
        </Button>
        <ActionIcon aria-label={`Previous ${view === 'list' ? 'month' : view}`} onClick={() => on.onStep(-1)}>
          <IconChevronLeft size={20} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={`Next ${view === 'list' ? 'month' : view}`} onClick={() => on.onStep(1)}>
          <IconChevronRight size={20} stroke={1.5} />
        </ActionIcon>
        <h1 aria-live="polite">{title}</h1>
      </div>
      <Select
        className={classes.profile}
        size="sm"
        aria-label="Profile"
        placeholder="All profiles"
        clearable
        value={profile ?? null}
        onChange={(id) => on.onProfile(id ?? undefined)}
        clearButtonProps={{ 'aria-label': 'Show all profiles' }}
        data={profiles.map((one) => ({
          value: one.id,
          label: `${nameOfProfile(one)} · ${networks[one.network].title}`,
        }))}
      />
      <SegmentedControl
        className={classes.views}
        size="sm"
        aria-label="View"
        value={view}
        onChange={(value) => on.onView(value as CalendarView)}
        data={calendarViews.map((one) => ({ value: one, label: labels[one] }))}
      />
      {phone && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPhotoPlus size={16} stroke={1.5} />}
          onClick={on.onSide}
        >
          Library
        </Button>
      )}
      {adds && (
        <Button
          className={classes.new}
          size="sm"
          leftSection={<IconPlus size={16} stroke={1.75} />}
          onClick={on.onNew}
        >
          New post
        </Button>
      )}
    </header>
  );
}
