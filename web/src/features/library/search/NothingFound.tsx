import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import type { Filters } from '@/core/assets/filters';
import { useGroup } from '@/core/session/session';
import { EmptyState } from '@/ui/EmptyState';
import { isFiltered } from './filters';

interface Props {
  filters: Filters;
  onClear: () => void;
}

export function NothingFound({ filters, onClear }: Props) {
  const { t } = useLingui();
  const group = useGroup();
  const groupName = group.name;
  const { q, kind } = filters;
  const onlyText = q !== undefined && !isFiltered({ ...filters, q: undefined });
  const title = onlyText
    ? t`No results for “${q}”`
    : kind === 'image'
      ? t`No matching images`
      : kind === 'video'
        ? t`No matching videos`
        : t`No matching media`;
  return (
    <EmptyState
      icon={<IconSearchOff size={28} stroke={1.5} />}
      title={title}
      actions={
        <Button variant="default" onClick={onClear}>
          <Trans>Clear filters</Trans>
        </Button>
      }
    >
      {onlyText ? (
        <Trans>
          Nothing in <bdi>{groupName}</bdi> matches this search.
        </Trans>
      ) : (
        <Trans>
          Nothing in <bdi>{groupName}</bdi> matches these filters.
        </Trans>
      )}
    </EmptyState>
  );
}
