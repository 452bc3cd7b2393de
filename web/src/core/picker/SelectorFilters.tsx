import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import type { Filters } from '@/core/assets/filters';
import { LabelSearch } from './LabelSearch';

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** Name or label, starred, used: what people look for when they make a post. */
export function SelectorFilters({ filters, onChange }: Props) {
  const { t } = useLingui();
  return (
    <LabelSearch filters={filters} size="sm" first onChange={onChange}>
      <SegmentedControl
        size="sm"
        aria-label={t`Used in posts`}
        value={filters.usage ?? 'all'}
        onChange={(value) =>
          onChange({ ...filters, usage: value === 'all' ? undefined : (value as Filters['usage']) })
        }
        data={[
          { value: 'all', label: t({ message: 'All', context: 'media, used in posts or not' }) },
          { value: 'unused', label: t({ message: 'Unused', context: 'media' }) },
          { value: 'used', label: t({ message: 'Used', context: 'media' }) },
        ]}
      />
      <Button
        variant={filters.starred ? 'light' : 'default'}
        aria-pressed={filters.starred ?? false}
        leftSection={filters.starred ? <IconStarFilled size={15} /> : <IconStar size={16} stroke={1.5} />}
        onClick={() => onChange({ ...filters, starred: filters.starred ? undefined : true })}
      >
        <Trans context="media">Starred</Trans>
      </Button>
    </LabelSearch>
  );
}
