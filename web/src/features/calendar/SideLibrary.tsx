import { Draggable } from '@fullcalendar/react/interaction';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Asset, Profile } from '@/api/types';
import type { Filters } from '@/core/assets/filters';
import { selectableQuery } from '@/core/assets/queries';
import { LabelSearch } from '@/core/picker/LabelSearch';
import { ProfileFilter } from '@/core/posts/ProfileFilter';
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
  /** Undefined until they have loaded. Their space is reserved, so that nothing moves under the mouse. */
  profiles: readonly Profile[] | undefined;
  /** The calendar's profile; "unused" then means unused on it. */
  profile: string | undefined;
  adds: boolean;
  /** The time offered for a post that is not dragged to one. */
  suggested: WallTime;
  selected: readonly Asset[];
  onSelection: (assets: Asset[]) => void;
  onMake: (time: WallTime, assetIds: string[]) => void;
}

/** The library beside the calendar: drag a tile to a day or a time, or select it and then choose one. */
export function SideLibrary({ profiles, profile, adds, suggested, selected, ...on }: Props) {
  const { t } = useLingui();
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
      eventData: () => ({ title: t`New post`, duration: '00:45' }),
    });
    return () => dragging.destroy();
  }, [adds, t]);

  const toggle = (asset: Asset) =>
    on.onSelection(
      selected.some(({ id }) => id === asset.id)
        ? selected.filter(({ id }) => id !== asset.id)
        : [...selected, asset],
    );

  return (
    <aside className={classes.side} aria-label={t`Library`}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t`Media to show`}
        value={tab}
        onChange={(value) => setTab(value as Tab)}
        data={[
          { value: 'unused', label: t`Unused` },
          { value: 'used', label: t`Used` },
          { value: 'starred', label: t`Starred` },
        ]}
      />
      {tab !== 'starred' && profiles?.length !== 0 && (
        <ProfileFilter
          size="xs"
          label={tab === 'unused' ? t`Unused on` : t`Used on`}
          all={t`On any profile`}
          profiles={profiles}
          value={where}
          wordsFor={(name) => t`On ${name}`}
          onChange={setWhere}
        />
      )}
      <LabelSearch filters={words} size="xs" onChange={setWords} />
      <div ref={box} className={classes.sideFound}>
        {failure ? (
          <LoadFailed
            small
            title={t`Couldn’t load the library`}
            error={failure}
            retrying={found.isFetching}
            onRetry={() => void found.refetch()}
          />
        ) : late ? (
          <div className={classes.waiting} role="status" aria-label={t`Loading the library`}>
            {Array.from({ length: 24 }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: empty squares have no other identity.
              <span key={index} />
            ))}
          </div>
        ) : found.data && assets.length === 0 ? (
          <EmptyState title={asked.q || asked.label ? t`No results` : t(emptyWords[tab])} />
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

const emptyWords = {
  unused: msg`No unused media`,
  used: msg`No used media`,
  starred: msg`No starred media`,
};
