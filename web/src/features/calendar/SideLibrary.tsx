import { Draggable } from '@fullcalendar/react/interaction';
import { SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Asset, Profile } from '@/api/types';
import type { Filters } from '@/core/assets/filters';
import { selectableQuery } from '@/core/assets/queries';
import { LabelSearch } from '@/core/picker/LabelSearch';
import { nameOfProfile, networks } from '@/core/posts/networks';
import { useGroup } from '@/core/session/session';
import { pagedList } from '@/lib/pagedList';
import { useDelayed } from '@/lib/useDelayed';
import type { WallTime } from '@/lib/zones';
import { EmptyState } from '@/ui/EmptyState';
import { LoadFailed } from '@/ui/LoadFailed';
import { PageRefusal } from '@/ui/PageRefusal';
import { SideFoot } from './SideFoot';
import { SideGrid } from './SideGrid';
import classes from './side.module.css';

type Tab = 'unused' | 'used' | 'starred';

interface Props {
  /** Undefined until they have loaded. Their place is kept free, so that nothing moves under the mouse. */
  profiles: readonly Profile[] | undefined;
  /** The profile of the calendar; "unused" then means unused on it. */
  profile: string | undefined;
  adds: boolean;
  /** The time that a post is given without a drag, unless another one is chosen. */
  suggested: WallTime;
  selected: readonly Asset[];
  onSelection: (assets: Asset[]) => void;
  onMake: (time: WallTime, assetIds: string[]) => void;
}

/** The library beside the calendar: a tile is dragged to a day or a time, or selected and then given one. */
export function SideLibrary({ profiles, profile, adds, suggested, selected, ...on }: Props) {
  const group = useGroup();
  const [tab, setTab] = useState<Tab>('unused');
  const [where, setWhere] = useState(profile);
  const [words, setWords] = useState<Filters>({});
  const [asked] = useDebouncedValue(words, 180);
  const box = useRef<HTMLDivElement>(null);
  const filters = {
    ...asked,
    status: 'ready' as const,
    ...(tab === 'starred' ? { starred: true as const } : { usage: tab, ...(where && { profile: where }) }),
  };
  const found = useInfiniteQuery(selectableQuery(group.id, filters));
  const late = useDelayed(found.isPending);
  const { items: assets, failure, next } = pagedList(found);

  useEffect(() => setWhere(profile), [profile]);
  useEffect(() => {
    if (!box.current || !adds) return;
    const dragging = new Draggable(box.current, {
      itemSelector: '[data-assets]',
      longPressDelay: 350,
      minDistance: 5,
      eventData: () => ({ title: 'New post', duration: '00:45' }),
    });
    return () => dragging.destroy();
  }, [adds]);

  const toggle = (asset: Asset) =>
    on.onSelection(
      selected.some(({ id }) => id === asset.id)
        ? selected.filter(({ id }) => id !== asset.id)
        : [...selected, asset],
    );

  return (
    <aside className={classes.side} aria-label="Library">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="What is shown of the library"
        value={tab}
        onChange={(value) => setTab(value as Tab)}
        data={[
          { value: 'unused', label: 'Unused' },
          { value: 'used', label: 'Used' },
          { value: 'starred', label: 'Starred' },
        ]}
      />
      {tab !== 'starred' && profiles?.length !== 0 && (
        <Select
          size="xs"
          aria-label={tab === 'unused' ? 'Unused on' : 'Used on'}
          placeholder="On any profile"
          clearable
          clearButtonProps={{ 'aria-label': 'On any profile' }}
          value={where ?? null}
          onChange={(id) => setWhere(id ?? undefined)}
          data={profiles?.map((one) => ({
            value: one.id,
            label: `On ${nameOfProfile(one)} · ${networks[one.network].title}`,
          }))}
        />
      )}
      <LabelSearch filters={words} size="xs" onChange={setWords} />
      <div ref={box} className={classes.sideFound}>
        {failure ? (
          <LoadFailed
            small
            title="The library could not be loaded"
            error={failure}
            retrying={found.isFetching}
            onRetry={() => void found.refetch()}
          />
        ) : late ? (
          <div className={classes.waiting} role="status" aria-label="Loading the library">
            {Array.from({ length: 24 }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: empty squares have no other identity.
              <span key={index} />
            ))}
          </div>
        ) : found.data && assets.length === 0 ? (
          <EmptyState title="Nothing here">{emptyWords[tab]}</EmptyState>
        ) : (
          <>
            <SideGrid assets={assets} selected={selected} next={next} onSelect={toggle} />
            <PageRefusal next={next} />
          </>
        )}
      </div>
      {adds && selected.length > 0 && (
        <SideFoot
          count={selected.length}
          suggested={suggested}
          onMake={(time) =>
            on.onMake(
              time,
              selected.map(({ id }) => id),
            )
          }
          onLetGo={() => on.onSelection([])}
        />
      )}
    </aside>
  );
}

const emptyWords: Record<Tab, string> = {
  unused: 'Everything is used in a post, or nothing fits the search.',
  used: 'No post holds anything yet, or nothing fits the search.',
  starred: 'Star what you like in the library, and it is here.',
};
