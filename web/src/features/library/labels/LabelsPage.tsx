import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPencil, IconSearch, IconTag, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Label } from '@/api/types';
import { LabelChip } from '@/core/labels/LabelChip';
import { labelsQuery, useDeleteLabel } from '@/core/labels/queries';
import { useAccess } from '@/core/session/access';
import { useGroup } from '@/core/session/session';
import { plural } from '@/lib/format';
import { useDelayed } from '@/lib/useDelayed';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { EmptyState } from '@/ui/EmptyState';
import { LoadFailed } from '@/ui/LoadFailed';
import { Page } from '@/ui/Page';
import classes from './LabelsPage.module.css';
import { RenameLabel } from './RenameLabel';

interface Props {
  back: ReactNode;
  /** Shows everything that carries the label. */
  onLabel: (name: string) => void;
}

/** Every label of the group, with how many assets carry it. */
export function LabelsPage({ back, onLabel }: Props) {
  const group = useGroup();
  const access = useAccess();
  const [text, setText] = useState('');
  const labels = useQuery(labelsQuery(group.id, text.trim()));
  const late = useDelayed(labels.isPending);
  const remove = useDeleteLabel();
  const [renamed, setRenamed] = useState<Label | null>(null);
  const [doomed, setDoomed] = useState<Label | null>(null);
  const [asking, setAsking] = useState(false);
  const none = labels.data?.length === 0;

  return (
    <Page title="Labels" back={back}>
      <p className={classes.note}>
        Labels are shared by everybody in {group.name}.
        {access.edits && ' A change here changes them on every asset.'}
      </p>
      {!(none && text === '') && (
        <TextInput
          size="sm"
          radius="var(--radius-xl)"
          dir="auto"
          type="search"
          aria-label="Search the labels"
          placeholder="Search the labels"
          leftSection={<IconSearch size={17} stroke={1.5} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}

      {labels.isLoadingError ? (
        <LoadFailed
          title="The labels could not be loaded"
          error={labels.error}
          retrying={labels.isFetching}
          onRetry={() => void labels.refetch()}
        />
      ) : labels.isPending ? (
        late && (
          <p className={classes.note} role="status">
            Loading…
          </p>
        )
      ) : none ? (
        text === '' ? (
          <EmptyState icon={<IconTag size={28} stroke={1.5} />} title="No labels yet">
            Label assets in the library, and they appear here.
          </EmptyState>
        ) : (
          <EmptyState
            icon={<IconTag size={28} stroke={1.5} />}
            title={`No label with “${text.trim()}” in it`}
            actions={
              <Button variant="default" onClick={() => setText('')}>
                Show all
              </Button>
            }
          />
        )
      ) : (
        <ul className={classes.list}>
          {labels.data?.map((label) => (
            <li key={label.id} className={classes.row}>
              <LabelChip name={label.name} onOpen={() => onLabel(label.name)} />
              <span className={classes.count}>{plural(label.count, 'item', 'items')}</span>
              {access.edits && (
                <>
                  <ActionIcon
                    aria-label={`Rename ${label.name}`}
                    title="Rename"
                    onClick={() => setRenamed(label)}
                  >
                    <IconPencil size={18} stroke={1.5} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={`Delete ${label.name}`}
                    title="Delete"
                    onClick={() => {
                      remove.reset();
                      setDoomed(label);
                      setAsking(true);
                    }}
                  >
                    <IconTrash size={18} stroke={1.5} />
                  </ActionIcon>
                </>
              )}
            </li>
          ))}
        </ul>
      )}

      {renamed && <RenameLabel key={renamed.id} label={renamed} onClose={() => setRenamed(null)} />}
      <ConfirmDialog
        opened={asking}
        title={`Delete the label ${doomed?.name ?? ''}?`}
        confirm="Delete label"
        busy={remove.isPending}
        error={remove.error?.message}
        onClose={() => setAsking(false)}
        onConfirm={() => doomed && remove.mutate(doomed.id, { onSuccess: () => setAsking(false) })}
      >
        {doomed?.count
          ? `It is taken off ${plural(doomed.count, 'item', 'items')}, which ${doomed.count === 1 ? 'stays' : 'stay'} in the library.`
          : 'Nothing in the library carries it.'}{' '}
        This can’t be undone.
      </ConfirmDialog>
    </Page>
  );
}
