import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Asset } from '@/api/types';
import type { Filters } from '@/core/assets/filters';
import { selectableQuery } from '@/core/assets/queries';
import { useGroup } from '@/core/session/session';
import { formatCount } from '@/lib/format';
import { pagedList } from '@/lib/pagedList';
import { useDelayed } from '@/lib/useDelayed';
import { EmptyState } from '@/ui/EmptyState';
import { LoadFailed } from '@/ui/LoadFailed';
import { PageRefusal } from '@/ui/PageRefusal';
import { IncomingList } from './IncomingList';
import { SelectorFilters } from './SelectorFilters';
import { SelectorGrid } from './SelectorGrid';
import classes from './selector.module.css';
import { UploadButton } from './UploadButton';
import type { Uploader } from './uploader';
import { useIncoming } from './useIncoming';

interface Props {
  title: string;
  /** Assets already in the post. */
  inPost: readonly string[];
  /** How many assets the post may have in total; null means any number. */
  most: number | null;
  kind?: Filters['kind'];
  uploader: Uploader;
  onSelect: (assets: Asset[]) => void;
  onClose: () => void;
}

/** A dialog to select assets of the library. Missing files can be uploaded from it. */
export default function MediaSelector({ title, inPost, most, kind, uploader, ...on }: Props) {
  const { t } = useLingui();
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const group = useGroup();
  const [filters, setFilters] = useState<Filters>({});
  const [asked] = useDebouncedValue(filters, 180);
  const [selected, setSelected] = useState<Asset[]>([]);
  const one = most === 1;
  const found = useInfiniteQuery(selectableQuery(group.id, { ...asked, ...(kind && { kind }) }));
  const late = useDelayed(found.isPending);
  const { items: assets, failure, next } = pagedList(found);

  const toggle = (asset: Asset) =>
    setSelected((before) => {
      if (before.some(({ id }) => id === asset.id)) return before.filter(({ id }) => id !== asset.id);
      return one ? [asset] : [...before, asset];
    });
  const add = (asset: Asset) =>
    setSelected((before) => {
      if (inPost.includes(asset.id) || before.some(({ id }) => id === asset.id)) return before;
      return one ? [asset] : [...before, asset];
    });
  const incoming = useIncoming(uploader, add);
  const count = selected.length;
  const total = inPost.length + count;
  const tooMany = most !== null && !one && total > most;
  const excess = formatCount(total - (most ?? total));
  const isEmptyLibrary = isEmpty(asked);

  return (
    <Modal
      opened
      onClose={on.onClose}
      title={title}
      size={900}
      fullScreen={phone}
      classNames={{ content: classes.content, body: classes.body }}
    >
      <div className={classes.bar}>
        <SelectorFilters filters={filters} onChange={setFilters} />
        {group.role !== 'viewer' && <UploadButton accept={uploader.accept} onFiles={incoming.add} />}
      </div>
      <IncomingList uploader={uploader} ids={incoming.mine} />
      <div className={classes.found}>
        {failure ? (
          <LoadFailed
            title={t`Couldn’t load the library`}
            error={failure}
            retrying={found.isFetching}
            onRetry={() => void found.refetch()}
          />
        ) : late ? (
          <EmptyState title={t`Loading…`} />
        ) : found.data && assets.length === 0 ? (
          <EmptyState title={isEmptyLibrary ? t`No media yet` : t`No results`}>
            {isEmptyLibrary ? t`Upload photos and videos here.` : t`Try another word or fewer filters.`}
          </EmptyState>
        ) : (
          <>
            <SelectorGrid
              assets={assets}
              inPost={inPost}
              selected={selected}
              next={next}
              onSelect={toggle}
              onConfirm={() => count > 0 && !tooMany && on.onSelect(selected)}
            />
            <PageRefusal next={next} />
          </>
        )}
      </div>
      <Group justify="flex-end" gap="sm" className={classes.foot}>
        <Text size="sm" className={classes.count} role="status" c={tooMany ? 'var(--danger)' : 'dimmed'}>
          {tooMany
            ? t`This post takes up to ${plural(most, { one: '# file', other: '# files' })}. Deselect ${excess}.`
            : count > 0 && <Plural value={count} one="# selected" other="# selected" />}
        </Text>
        <Button variant="default" onClick={on.onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button disabled={count === 0 || tooMany} onClick={() => on.onSelect(selected)}>
          {one ? (
            <Trans context="use the selected picture or video">Select</Trans>
          ) : count > 0 ? (
            <Plural value={count} one="Add #" other="Add #" />
          ) : (
            <Trans>Add</Trans>
          )}
        </Button>
      </Group>
    </Modal>
  );
}

function isEmpty(filters: Filters): boolean {
  return Object.values(filters).every((value) => value === undefined);
}
