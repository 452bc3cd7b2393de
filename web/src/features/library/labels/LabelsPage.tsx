import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPencil, IconSearch, IconTag, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Label } from '@/api/types';
import { LabelChip } from '@/core/labels/LabelChip';
import { labelsQuery, useDeleteLabel } from '@/core/labels/queries';
import { useAccess } from '@/core/session/access';
import { useGroup } from '@/core/session/session';
import { useDelayed } from '@/lib/useDelayed';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { EmptyState } from '@/ui/EmptyState';
import { LoadFailed } from '@/ui/LoadFailed';
import { ownDirection } from '@/ui/ownDirection';
import { Page } from '@/ui/Page';
import classes from './LabelsPage.module.css';
import { RenameLabel } from './RenameLabel';

interface Props {
  back: ReactNode;
  /** Shows every asset with the label. */
  onLabel: (name: string) => void;
}

/** Every label of the group, with the number of its assets. */
export function LabelsPage({ back, onLabel }: Props) {
  const { t } = useLingui();
  const group = useGroup();
  const groupName = group.name;
  const access = useAccess();
  const [text, setText] = useState('');
  const labels = useQuery(labelsQuery(group.id, text.trim()));
  const late = useDelayed(labels.isPending);
  const remove = useDeleteLabel();
  const [renamed, setRenamed] = useState<Label | null>(null);
  const [doomed, setDoomed] = useState<Label | null>(null);
  const [asking, setAsking] = useState(false);
  const none = labels.data?.length === 0;
  const typed = text.trim();
  const { name: doomedName = '', count: doomedCount = 0 } = doomed ?? {};

  return (
    <Page title={t`Labels`} back={back}>
      <p className={classes.note}>
        {access.edits ? (
          <Trans>
            Everyone in <bdi>{groupName}</bdi> shares these labels. Changes apply everywhere.
          </Trans>
        ) : (
          <Trans>
            Everyone in <bdi>{groupName}</bdi> shares these labels.
          </Trans>
        )}
      </p>
      {!(none && text === '') && (
        <TextInput
          size="sm"
          radius="var(--radius-xl)"
          {...ownDirection}
          type="search"
          aria-label={t`Search labels`}
          placeholder={t`Search labels`}
          leftSection={<IconSearch size={17} stroke={1.5} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}

      {labels.isLoadingError ? (
        <LoadFailed
          title={t`Couldn’t load labels`}
          error={labels.error}
          retrying={labels.isFetching}
          onRetry={() => void labels.refetch()}
        />
      ) : labels.isPending ? (
        late && (
          <p className={classes.note} role="status">
            <Trans>Loading…</Trans>
          </p>
        )
      ) : none ? (
        text === '' ? (
          <EmptyState icon={<IconTag size={28} stroke={1.5} />} title={t`No labels yet`}>
            <Trans>Labels you add in the library will appear here.</Trans>
          </EmptyState>
        ) : (
          <EmptyState
            icon={<IconTag size={28} stroke={1.5} />}
            title={t`No labels match “${typed}”`}
            actions={
              <Button variant="default" onClick={() => setText('')}>
                <Trans>Show all labels</Trans>
              </Button>
            }
          />
        )
      ) : (
        <ul className={classes.list}>
          {labels.data?.map((label) => {
            const { id, name, count } = label;
            return (
              <li key={id} className={classes.row}>
                <LabelChip name={name} onOpen={() => onLabel(name)} />
                <span className={classes.count}>
                  <Plural value={count} one="# item" other="# items" />
                </span>
                {access.edits && (
                  <>
                    <ActionIcon
                      aria-label={t`Rename ${name}`}
                      title={t`Rename`}
                      onClick={() => setRenamed(label)}
                    >
                      <IconPencil size={18} stroke={1.5} />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={t`Delete ${name}`}
                      title={t`Delete`}
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
            );
          })}
        </ul>
      )}

      {renamed && <RenameLabel key={renamed.id} label={renamed} onClose={() => setRenamed(null)} />}
      <ConfirmDialog
        opened={asking}
        title={t`Delete the label “${doomedName}”?`}
        confirm={t`Delete label`}
        busy={remove.isPending}
        error={remove.error?.message}
        onClose={() => setAsking(false)}
        onConfirm={() => doomed && remove.mutate(doomed.id, { onSuccess: () => setAsking(false) })}
      >
        {doomedCount > 0 ? (
          <Plural
            value={doomedCount}
            one="This removes it from # item. The item stays in the library. This can’t be undone."
            other="This removes it from # items. The items stay in the library. This can’t be undone."
          />
        ) : (
          <Trans>Nothing in the library has this label. This can’t be undone.</Trans>
        )}
      </ConfirmDialog>
    </Page>
  );
}
