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
  return (
    <LabelSearch filters={filters} size="sm" first onChange={onChange}>
      <SegmentedControl
        size="sm"
        aria-label="Used in posts"
        value={filters.usage ?? 'all'}
        onChange={(value) =>
          onChange({ ...filters, usage: value === 'all' ? undefined : (value as Filters['usage']) })
        }
        data={[
          { value: 'all', label: 'All' },
          { value: 'unused', label: 'Unused' },
          { value: 'used', label: 'Used' },
        ]}
      />
      <Button
        variant={filters.starred ? 'light' : 'default'}
        aria-pressed={filters.starred ?? false}
        leftSection={filters.starred ? <IconStarFilled size={15} /> : <IconStar size={16} stroke={1.5} />}
        onClick={() => onChange({ ...filters, starred: filters.starred ? undefined : true })}
      >
        Starred
      </Button>
    </LabelSearch>
  );
}
