import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAccess } from '@/core/session/access';
import { useGroup } from '@/core/session/session';
import { pagedList } from '@/lib/pagedList';
import { useDelayed } from '@/lib/useDelayed';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { EmptyState } from '@/ui/EmptyState';
import { LoadFailed } from '@/ui/LoadFailed';
import { LoadMore } from '@/ui/LoadMore';
import { Main } from '@/ui/Main';
import { usePerform } from '../actions/perform';
import { trashQuery, trashTotalQuery } from './queries';
import classes from './TrashPage.module.css';
import { TrashTile } from './TrashTile';
import { useRemoval } from './useRemoval';

interface Props {
  /** The link back to the library. */
  back: ReactNode;
}

type Doomed = { ids: readonly string[] | 'all'; total: number };

/** What was deleted in the last 30 days: to be restored, or deleted for good. */
export function TrashPage({ back }: Props) {
  const { t } = useLingui();
  const group = useGroup();
  const access = useAccess();
  const list = useInfiniteQuery(trashQuery(group.id));
  const { data: total } = useQuery(trashTotalQuery(group.id));
  const late = useDelayed(list.isPending);
  const { perform } = usePerform();
  const removal = useRemoval(group.id);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [doomed, setDoomed] = useState<Doomed | null>(null);
  const [asking, setAsking] = useState(false);

  const { items: assets, failure, next } = pagedList(list);
  // What has left the trash in the meantime is no longer selected.
  const ids = assets.filter((asset) => selected.has(asset.id)).map((asset) => asset.id);
  const selectable = assets.filter(access.mayChange);
  const count = total ?? assets.length;
  const chosen = ids.length;
  const shown = selectable.length;

  const doomedCount = doomed?.total ?? 0;
  const doomedName = nameOf(doomed, assets);

  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const restore = async (which: readonly string[], name?: string) => {
    await perform([{ action: 'restore' }], { kind: 'ids', ids: which, name });
    setSelected(new Set());
  };
  const doom = (next: Doomed) => {
    setDoomed(next);
    setAsking(true);
  };

  return (
    <Main className={classes.page}>
      <header className={classes.head} data-choosing={ids.length > 0 || undefined}>
        {back}
        <h1>
          <Trans>Trash</Trans>
        </h1>
        <span className={classes.grow} />
        {ids.length > 0 ? (
          <>
            <span className={classes.count} role="status">
              <Plural value={chosen} one="# selected" other="# selected" />
            </span>
            <Button variant="default" onClick={() => void restore(ids)}>
              <Trans>Restore</Trans>
            </Button>
            <Button color="red.8" onClick={() => doom({ ids, total: ids.length })}>
              <Trans>Delete permanently</Trans>
            </Button>
          </>
        ) : (
          access.edits &&
          count > 0 && (
            <Button
              variant="default"
              leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />}
              loading={removal.isPending}
              onClick={() => doom({ ids: 'all', total: count })}
            >
              <Trans>Empty trash</Trans>
            </Button>
          )
        )}
      </header>

      {failure ? (
        <LoadFailed
          title={t`Couldn’t load the trash`}
          error={failure}
          retrying={list.isFetching}
          onRetry={() => void list.refetch()}
        />
      ) : list.isPending ? (
        late && (
          <div className={classes.grid} role="status" aria-label={t`Loading the trash`} data-loading="" />
        )
      ) : assets.length === 0 ? (
        <EmptyState icon={<IconTrash size={28} stroke={1.5} />} title={t`Trash is empty`}>
          <Trans>Deleted files stay here for 30 days.</Trans>
        </EmptyState>
      ) : (
        <>
          <p className={classes.note}>
            <Plural
              value={count}
              one="# item. Deleted files stay here for 30 days and don’t count towards storage."
              other="# items. Deleted files stay here for 30 days and don’t count towards storage."
            />
            {shown > 1 && (
              <button
                type="button"
                className={classes.all}
                onClick={() =>
                  setSelected(chosen === shown ? new Set() : new Set(selectable.map(({ id }) => id)))
                }
              >
                {chosen === shown
                  ? t`Deselect all`
                  : plural(shown, { one: 'Select # shown', other: 'Select all # shown' })}
              </button>
            )}
          </p>
          <ul className={classes.grid}>
            {assets.map((asset) => (
              <TrashTile
                key={asset.id}
                asset={asset}
                editable={access.mayChange(asset)}
                selected={selected.has(asset.id)}
                onToggle={() => toggle(asset.id)}
                onRestore={() => void restore([asset.id], asset.name)}
                onRemove={() => doom({ ids: [asset.id], total: 1 })}
              />
            ))}
          </ul>
          <LoadMore next={next} auto button className={classes.further} />
        </>
      )}

      <ConfirmDialog
        opened={asking}
        title={
          doomed?.ids === 'all'
            ? plural(doomedCount, {
                one: 'Permanently delete # item in the trash?',
                other: 'Permanently delete all # items in the trash?',
              })
            : doomedName !== undefined
              ? t`Permanently delete ${doomedName}?`
              : plural(doomedCount, {
                  one: 'Permanently delete # item?',
                  other: 'Permanently delete # items?',
                })
        }
        confirm={t`Delete permanently`}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          if (doomed) removal.mutate(doomed, { onSuccess: () => setSelected(new Set()) });
        }}
      >
        <Plural
          value={doomedCount}
          one="The file and everything made from it will be deleted. This can’t be undone."
          other="The files and everything made from them will be deleted. This can’t be undone."
        />
      </ConfirmDialog>
    </Main>
  );
}

/** The asset's name, if it is only one. */
function nameOf(doomed: Doomed | null, assets: readonly { id: string; name: string }[]): string | undefined {
  if (doomed?.total !== 1 || doomed.ids === 'all') return undefined;
  const [only] = doomed.ids;
  return assets.find(({ id }) => id === only)?.name;
}
