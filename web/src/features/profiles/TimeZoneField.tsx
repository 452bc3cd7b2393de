import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { allZones, offsetName } from '@/lib/zones';
import classes from './EditProfile.module.css';

interface Props {
  value: string;
  /** Whether posts are planned already; they keep their wall times. */
  moves: boolean;
  error: string | undefined;
  onChange: (zone: string) => void;
}

/** The zones the browser knows, found by any part of their names. */
export function TimeZoneField({ value, moves, error, onChange }: Props) {
  const { t } = useLingui();
  const zones = useMemo(() => (allZones().includes(value) ? allZones() : [value, ...allZones()]), [value]);
  return (
    <Select
      label={t`Time zone`}
      description={
        moves
          ? t`Posts are scheduled in this time zone. If you change it, they keep their local times.`
          : t`Posts are scheduled in this time zone.`
      }
      size="md"
      searchable
      data={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={t`No time zone found. Try the largest city nearby.`}
      error={error}
      maxDropdownHeight={260}
      checkIconPosition="right"
      renderOption={({ option }) => (
        <span className={classes.zone}>
          {option.label}
          <small>{offsetName(option.value, Date.now())}</small>
        </span>
      )}
    />
  );
}
