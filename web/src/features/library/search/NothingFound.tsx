import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Filters } from '@/core/assets/filters';
import { surfacesQuery } from '@/core/posts/surfaces';
import { useGroup } from '@/core/session/session';
import { EmptyState } from '@/ui/EmptyState';
import { describeFilters } from './filters';

interface Props {
  filters: Filters;
  onClear: () => void;
}

export function NothingFound({ filters, onClear }: Props) {
  const group = useGroup();
  const surfaces = useQuery({ ...surfacesQuery, enabled: filters.fits !== undefined });
  const surface = surfaces.data?.find(({ key }) => key === filters.fits)?.name;
  return (
    <EmptyState
      icon={<IconSearchOff size={28} stroke={1.5} />}
      title={describeFilters(filters, surface)}
      actions={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    >
      Nothing in {group.name} matches all of this.
    </EmptyState>
  );
}
