import type { CalendarRef } from '@fullcalendar/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Asset, PostSummary } from '@/api/types';
import { openComposer } from '@/core/posts/openComposer';
import { postsQuery, profilesQuery } from '@/core/posts/queries';
import { useGroup } from '@/core/session/session';
import { dayOf, timeOn } from '@/lib/days';
import { useOpenThing } from '@/lib/openThing';
import { ownZone, type WallTime, wallTimeAt } from '@/lib/zones';
import { LoadFailed } from '@/ui/LoadFailed';
import { lazyPart } from '@/ui/lazyPart';
import { Main } from '@/ui/Main';
import { CalendarBar } from './CalendarBar';
import { CalendarGrid, type Shown, viewNames } from './CalendarGrid';
import classes from './calendar.module.css';
import { SideLibrary } from './SideLibrary';
import type { CalendarSearch, CalendarView } from './search';
import { useMoves } from './useMoves';
import { usePlugins } from './usePlugins';

const MoveDialog = lazyPart(() => import('./MoveDialog'));
const SideDrawer = lazyPart(() => import('./SideDrawer'));

interface Props {
  search: CalendarSearch;
  onSearch: (search: CalendarSearch) => void;
}

/** Posts by their time, with the library beside them. */
export function CalendarPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const group = useGroup();
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const narrow = useMediaQuery('(max-width: 900px)') ?? false;
  const adds = group.role !== 'viewer';
  const api = useRef<CalendarRef>(null);
  const known = useQuery(profilesQuery(group.id)).data;
  const profiles = known ?? [];
  const zone = profiles.find(({ id }) => id === search.profile)?.timeZone ?? ownZone();
  const today = dayOf(wallTimeAt(Date.now(), zone));
  const view: CalendarView = search.view ?? (phone ? 'list' : 'month');
  const { plugins, shown: drawn } = usePlugins(view);
  const date = search.date ?? today;
  const [shown, setShown] = useState<Shown | null>(null);
  const [selected, setSelected] = useState<Asset[]>([]);
  const [sideOpen, setSideOpen] = useState(false);
  const [moving, setMoving] = useState<PostSummary | null>(null);
  const move = useMoves();
  const picked = selected.length;
  const posts = useQuery({
    ...postsQuery({
      group: group.id,
      from: shown?.from ?? `${date}T00:00`,
      to: shown?.to ?? `${date}T00:01`,
      ...(search.profile && { profile: [search.profile] }),
    }),
    enabled: shown !== null,
  });

  // The calendar follows the address, also when the Back button changes it.
  useEffect(() => {
    const calendar = api.current?.getApi();
    if (!calendar || !drawn) return;
    if (calendar.view.type !== viewNames[drawn]) calendar.changeView(viewNames[drawn], date);
    else if (!isIn(date, calendar.view.currentStart, calendar.view.currentEnd)) calendar.gotoDate(date);
  }, [drawn, date]);

  useOpenThing(shown?.title);

  const step = (by: -1 | 0 | 1) => {
    const calendar = api.current?.getApi();
    if (!calendar) return;
    if (by === 0) return onSearch({ ...search, date: undefined });
    if (by < 0) calendar.prev();
    else calendar.next();
    onSearch({ ...search, date: calendar.getDate().toISOString().slice(0, 10) });
  };
  const make = (time: WallTime, assetIds: string[] = selected.map(({ id }) => id)) => {
    setSideOpen(false);
    setSelected([]);
    openComposer({
      localTime: time,
      ...(assetIds.length > 0 && { assetIds }),
      ...(search.profile && { profileId: search.profile }),
    });
  };
  const side = (
    <SideLibrary
      profiles={known}
      profile={search.profile}
      adds={adds}
      suggested={timeOn(date, wallTimeAt(Date.now(), zone))}
      selected={selected}
      onSelection={setSelected}
      onMake={make}
    />
  );

  return (
    <Main className={classes.page} data-narrow={narrow || undefined}>
      {!narrow && side}
      <div className={classes.main}>
        <CalendarBar
          title={shown?.title ?? ''}
          view={view}
          profiles={profiles}
          profile={search.profile}
          adds={adds}
          phone={narrow}
          onStep={step}
          onView={(next) => onSearch({ ...search, view: next })}
          onProfile={(profile) => onSearch({ ...search, profile })}
          onSide={() => setSideOpen(true)}
          onNew={() => make(timeOn(notBefore(today, date), wallTimeAt(Date.now(), zone)))}
        />
        {picked > 0 && narrow && view !== 'list' && (
          <p className={classes.hint} role="status">
            <Plural
              value={picked}
              one="Tap a day or time for the selected item."
              other="Tap a day or time for the # selected items."
            />
          </p>
        )}
        {posts.isError && (
          <LoadFailed
            title={t`Couldn’t load posts`}
            error={posts.error}
            retrying={posts.isFetching}
            onRetry={() => void posts.refetch()}
          />
        )}
        {drawn && (
          <CalendarGrid
            api={api}
            plugins={plugins}
            posts={posts.data ?? none}
            view={drawn}
            date={date}
            zone={zone}
            adds={adds}
            onShown={(next) =>
              setShown((now) =>
                now && now.from === next.from && now.to === next.to && now.title === next.title ? now : next,
              )
            }
            onOpen={(id) => openComposer({ postId: id })}
            onDay={(day) => onSearch({ ...search, view: 'day', date: day })}
            onMake={make}
            onMove={move}
            onAskMove={setMoving}
          >
            {posts.data?.length === 0 && adds && drawn !== 'list' && (
              <p className={classes.nothing}>
                {narrow ? (
                  <Trans>Nothing planned. Tap a day to create a post.</Trans>
                ) : (
                  <Trans>Nothing planned. Drag media here or click a day.</Trans>
                )}
              </p>
            )}
          </CalendarGrid>
        )}
      </div>
      {narrow && (
        <SideDrawer opened={sideOpen} onClose={() => setSideOpen(false)}>
          {side}
        </SideDrawer>
      )}
      {moving && (
        <MoveDialog
          post={moving}
          onMove={(to) => {
            setMoving(null);
            void move(posts.data?.find(({ id }) => id === moving.id) ?? moving, to);
          }}
          onClose={() => setMoving(null)}
        />
      )}
    </Main>
  );
}

const none: PostSummary[] = [];

/** Days are compared as strings: `2026-11-25`. */
function notBefore(first: string, day: string): string {
  return day > first ? day : first;
}

function isIn(day: string, from: Date, to: Date): boolean {
  const at = Date.parse(`${day}T00:00Z`);
  return at >= from.getTime() && at < to.getTime();
}
