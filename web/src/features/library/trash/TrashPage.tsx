import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAccess } from '@/core/session/access';
import { useGroup } from '@/core/session/session';
import { plural } from '@/lib/format';
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
  /** The way back to the library. */
  back: ReactNode;
}

type Doomed = { ids: readonly string[] | 'all'; total: number };

/** What was deleted in the last 30 days: to be brought back, or to go for good. */
export function TrashPage({ back }: Props) {
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
  // What has left the trash meanwhile is not selected any more.
  const ids = assets.filter((asset) => selected.has(asset.id)).map((asset) => asset.id);
  const selectable = assets.filter(access.mayChange);
  const count = total ?? assets.length;

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
        <h1>Trash</h1>
        <span className={classes.grow} />
        {ids.length > 0 ? (
          <>
            <span className={classes.count} role="status">
              {plural(ids.length, 'chosen', 'chosen')}
            </span>
            <Button variant="default" onClick={() => void restore(ids)}>
              Restore
            </Button>
            <Button color="red.8" onClick={() => doom({ ids, total: ids.length })}>
              Delete for good
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
              Empty trash
            </Button>
          )
        )}
      </header>

      {failure ? (
        <LoadFailed
          title="The trash could not be loaded"
          error={failure}
          retrying={list.isFetching}
          onRetry={() => void list.refetch()}
        />
      ) : list.isPending ? (
        late && <div className={classes.grid} role="status" aria-label="Loading the trash" data-loading="" />
      ) : assets.length === 0 ? (
        <EmptyState icon={<IconTrash size={28} stroke={1.5} />} title="The trash is empty">
          What is deleted stays here for 30 days, and can be restored until then.
        </EmptyState>
      ) : (
        <>
          <p className={classes.note}>
            {plural(count, 'item', 'items')}. Each one goes for good 30 days after it was deleted. None of it
            counts towards the storage.
            {selectable.length > 1 && (
              <button
                type="button"
                className={classes.all}
                onClick={() =>
                  setSelected(
                    ids.length === selectable.length ? new Set() : new Set(selectable.map(({ id }) => id)),
                  )
                }
              >
                {ids.length === selectable.length ? 'Choose none' : `Choose all ${selectable.length} shown`}
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
            ? `Delete all ${plural(doomed.total, 'item', 'items')} in the trash for good?`
            : `Delete ${nameOf(doomed, assets)} for good?`
        }
        confirm="Delete for good"
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          if (doomed) removal.mutate(doomed, { onSuccess: () => setSelected(new Set()) });
        }}
      >
        {doomed?.total === 1 ? 'The file and everything' : 'The files and everything'} made from{' '}
        {doomed?.total === 1 ? 'it' : 'them'} are removed. This can’t be undone.
      </ConfirmDialog>
    </Main>
  );
}

function nameOf(doomed: Doomed | null, assets: readonly { id: string; name: string }[]): string {
  const one = doomed?.total === 1 && doomed.ids !== 'all' && assets.find(({ id }) => id === doomed.ids[0]);
  return one ? one.name : plural(doomed?.total ?? 0, 'item', 'items');
}
