import { Trans, useLingui } from '@lingui/react/macro';
import { IconFolderOpen, IconSearchOff } from '@tabler/icons-react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';
import type { CloudEntry, CloudPage } from '@/api/types';
import { pagedList } from '@/lib/pagedList';
import { useDelayed } from '@/lib/useDelayed';
import { EmptyState } from '@/ui/EmptyState';
import { LoadFailed } from '@/ui/LoadFailed';
import { LoadMore } from '@/ui/LoadMore';
import { CloudItem } from './CloudItem';
import classes from './CloudPicker.module.css';
import { type CloudSelection, toggled, withAll, withRange } from './cloudSelection';
import { moveFocus } from './moveFocus';

interface Props {
  files: UseInfiniteQueryResult<InfiniteData<CloudPage>>;
  /** The name of the shown folder. */
  folder: string;
  /** The text searched for in all folders; empty while a folder is shown. */
  search: string;
  asList: boolean;
  selection: CloudSelection;
  onSelection: (selection: CloudSelection) => void;
  onOpen: (folder: CloudEntry) => void;
}

const emptySquares = Array.from({ length: 12 }, (_, index) => index);

export function CloudFiles({ files, folder, search, asList, selection, onSelection, onOpen }: Props) {
  const { t } = useLingui();
  const late = useDelayed(files.isPending);
  const last = useRef<string | null>(null);
  const { items: entries, failure, next } = pagedList(files);

  // A page may hold nothing that can be imported although a later one does.
  const barren = entries.length === 0 && next.exists && !next.loading && !failure;
  const loadNext = useEffectEvent(next.load);
  useEffect(() => {
    if (barren) loadNext();
  }, [barren]);

  if (files.isPending || barren || (entries.length === 0 && files.isFetchingNextPage))
    return (
      <div
        className={classes.files}
        role="status"
        aria-label={search ? t`Searching for “${search}”` : t`Loading ${folder}`}
      >
        <div className={classes.entries} data-list={asList || undefined}>
          {late && emptySquares.map((square) => <div key={square} className={classes.square} />)}
        </div>
      </div>
    );
  if (failure)
    return (
      <div className={classes.files}>
        <LoadFailed
          title={search ? t`Search failed` : t`Couldn’t load ${folder}`}
          error={failure}
          retrying={files.isFetching}
          onRetry={() => void files.refetch()}
        />
      </div>
    );
  if (entries.length === 0)
    return (
      <div className={classes.files}>
        <EmptyState
          icon={search ? <IconSearchOff size={28} stroke={1.5} /> : <IconFolderOpen size={28} stroke={1.5} />}
          title={search ? t`No results for “${search}”` : t`No photos or videos in ${folder}`}
        >
          {search ? (
            <Trans>Searches names in all folders. Try fewer letters.</Trans>
          ) : (
            <Trans>Only formats that Magpie supports are shown.</Trans>
          )}
        </EmptyState>
      </div>
    );

  const touch = (entry: CloudEntry, ranging: boolean) => {
    if (entry.kind === 'folder') return onOpen(entry);
    onSelection(ranging ? withRange(selection, entries, last.current, entry.id) : toggled(selection, entry));
    last.current = entry.id;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSelection(withAll(selection, entries));
    } else moveFocus(event);
  };
  return (
    <div className={classes.files}>
      <ul
        className={classes.entries}
        data-list={asList || undefined}
        aria-label={search ? t`Results for “${search}”` : folder}
        onKeyDown={onKeyDown}
      >
        {entries.map((entry) => (
          <CloudItem
            key={entry.id}
            entry={entry}
            selected={selection.has(entry.id)}
            onTouch={(ranging) => touch(entry, ranging)}
          />
        ))}
      </ul>
      <LoadMore next={next} button className={classes.more} />
    </div>
  );
}
