import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPhotoPlus, IconPlus } from '@tabler/icons-react';
import type { Profile } from '@/api/types';
import { ProfileFilter } from '@/core/posts/ProfileFilter';
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

const labels = {
  month: { view: msg`Month`, previous: msg`Previous month`, next: msg`Next month` },
  week: { view: msg`Week`, previous: msg`Previous week`, next: msg`Next week` },
  day: { view: msg`Day`, previous: msg`Previous day`, next: msg`Next day` },
  list: {
    view: msg({ message: 'List', context: 'view of the calendar' }),
    previous: msg`Previous month`,
    next: msg`Next month`,
  },
};

export function CalendarBar({ title, view, profiles, profile, adds, phone, ...on }: Props) {
  const { t } = useLingui();
  return (
    <header className={classes.bar}>
      <div className={classes.steps}>
        <Button variant="default" size="sm" onClick={() => on.onStep(0)}>
          <Trans>Today</Trans>
        </Button>
        <ActionIcon aria-label={t(labels[view].previous)} onClick={() => on.onStep(-1)}>
          <IconChevronLeft size={20} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={t(labels[view].next)} onClick={() => on.onStep(1)}>
          <IconChevronRight size={20} stroke={1.5} />
        </ActionIcon>
        <h1 aria-live="polite">{title}</h1>
      </div>
      <ProfileFilter
        className={classes.profile}
        size="sm"
        label={t`Profile`}
        all={t`All profiles`}
        profiles={profiles}
        value={profile}
        onChange={on.onProfile}
      />
      <SegmentedControl
        className={classes.views}
        size="sm"
        aria-label={t({ message: 'View', context: 'noun' })}
        value={view}
        onChange={(value) => on.onView(value as CalendarView)}
        data={calendarViews.map((one) => ({ value: one, label: t(labels[one].view) }))}
      />
      {phone && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPhotoPlus size={16} stroke={1.5} />}
          onClick={on.onSide}
        >
          <Trans>Library</Trans>
        </Button>
      )}
      {adds && (
        <Button
          className={classes.new}
          size="sm"
          leftSection={<IconPlus size={16} stroke={1.75} />}
          onClick={on.onNew}
        >
          <Trans>New post</Trans>
        </Button>
      )}
    </header>
  );
}
