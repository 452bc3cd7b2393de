import FullCalendar, {
  type CalendarRef,
  type DayCellInfo,
  type DayHeaderInfo,
  type EventDisplayInfo,
  type EventInput,
  type MoreLinkInfo,
} from '@fullcalendar/react';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { type ComponentProps, type KeyboardEvent, type ReactNode, type RefObject, useMemo } from 'react';
import type { PostSummary } from '@/api/types';
import { dayOf, firstDayOfWeek, timeOn, wallOf } from '@/lib/days';
import { arrowOf, isRtl } from '@/lib/direction';
import { formatCount, formatOrdinal } from '@/lib/format';
import { gregorianLocale, locale } from '@/lib/locale';
import { formatWallClock, formatWallDay, type WallTime, wallTimeAt } from '@/lib/zones';
import classes from './calendar.module.css';
import { nudged } from './dates';
import { PostTile } from './PostTile';
import type { CalendarView } from './search';

export interface Shown {
  title: string;
  from: WallTime;
  to: WallTime;
}

interface Props {
  api: RefObject<CalendarRef | null>;
  plugins: ComponentProps<typeof FullCalendar>['plugins'];
  posts: readonly PostSummary[];
  view: CalendarView;
  date: string;
  /** The time zone of the line that marks the current time. */
  zone: string;
  adds: boolean;
  onShown: (shown: Shown) => void;
  onOpen: (id: string) => void;
  onDay: (day: string) => void;
  /** Creates a post at this time with these assets, or with none. */
  onMake: (time: WallTime, assetIds?: string[]) => void;
  onMove: (post: PostSummary, to: WallTime) => Promise<boolean>;
  onAskMove: (post: PostSummary) => void;
  /** Shown over the calendar. */
  children?: ReactNode;
}

export const viewNames: Record<CalendarView, string> = {
  month: 'dayGridMonth',
  week: 'timeGridWeek',
  day: 'timeGridDay',
  list: 'listMonth',
};

/** How many posts of a day the month draws; "+12 more" leads to the day. Thousands of them would slow down the page. */
const mostOfDay = 4;
/** How many posts at the same time a week or a day draws side by side. */
const mostBeside = 3;
const day = 86_400_000;

/** The calendar itself. It is given wall times as if they were UTC, so it shows and moves what clocks show. */
export function CalendarGrid({ api, plugins, posts, view, date, zone, adds, children, ...on }: Props) {
  const { t } = useLingui();
  const now = () => wallTimeAt(Date.now(), zone);
  const byId = useMemo(() => new Map(posts.map((post) => [post.id, post])), [posts]);
  const events = useMemo(() => (view === 'month' ? fewOfEachDay(posts) : posts.map(eventOf)), [posts, view]);

  const timeAt = (at: Date, allDay: boolean): WallTime =>
    allDay ? timeOn(dayOf(wallOf(at)), now()) : wallOf(at);

  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const element = event.target as HTMLElement;
    const id = (element.querySelector('[data-post]') ?? element.closest('[data-post]'))?.getAttribute(
      'data-post',
    );
    const post = id ? byId.get(id) : undefined;
    if (!post?.editable || post.localTime === null || !adds) return;
    if (event.key.toLowerCase() === 'm' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      on.onAskMove(post);
      return;
    }
    const to = event.altKey
      ? nudged(post.localTime, arrowOf(event.key), view === 'month' ? 'month' : 'times')
      : null;
    if (to === null) return;
    event.preventDefault();
    void on.onMove(post, to).then(() => focusPost(post.id));
    focusPost(post.id);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the posts inside, which are buttons.
    <div className={classes.grid} onKeyDown={keys}>
      <FullCalendar
        ref={api}
        plugins={plugins}
        headerToolbar={false}
        initialView={viewNames[view]}
        initialDate={date}
        timeZone="UTC"
        now={() => `${now()}:00Z`}
        nowIndicator
        locale={gregorianLocale()}
        direction={isRtl() ? 'rtl' : 'ltr'}
        firstDay={firstDayOfWeek(locale())}
        height="100%"
        expandRows
        events={events}
        eventOrder="start,id"
        eventInteractive
        eventDurationEditable={false}
        editable={adds}
        droppable={adds}
        allDaySlot={false}
        slotDuration="00:30:00"
        snapDuration="00:15:00"
        scrollTime="08:00:00"
        slotEventOverlap={false}
        eventMaxStack={mostBeside}
        forceEventDuration
        defaultTimedEventDuration="00:45:00"
        dayMaxEvents={mostOfDay + 1}
        noEventsText={t`Nothing planned`}
        // The link for posts that do not fit beside the others of their time, and the list it opens.
        moreLinkContent={moreLink}
        moreLinkHint={(count: number) =>
          t`Show ${plural(count, { one: '# more post', other: '# more posts' })}`
        }
        closeHint={t`Close`}
        eventsHint={t`Posts`}
        timedText={t`Times`}
        eventDisplay="block"
        displayEventTime={false}
        slotHeaderFormat={{ hour: 'numeric', minute: '2-digit' }}
        longPressDelay={350}
        eventClass={classes.event}
        eventContent={(info: EventDisplayInfo) => <Content info={info} view={view} timeAt={timeAt} />}
        // In a narrow column FullCalendar leaves only the letter of the weekday, so the day is added.
        dayHeaderContent={({ text, date: at, view: shown }: DayHeaderInfo) =>
          shown.type === viewNames.week && !/\p{N}/u.test(text)
            ? `${text} ${formatOrdinal(at.getUTCDate())}`
            : text
        }
        dayCellTopContent={(info: DayCellInfo) => (
          <DayTop info={info} adds={adds} onMake={() => on.onMake(timeAt(info.date, true))} />
        )}
        datesSet={({ view: shown }) =>
          on.onShown({
            title: shown.title,
            from: wallOf(shown.activeStart),
            to: wallOf(shown.activeEnd),
          })
        }
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault();
          const { day } = event.extendedProps;
          if (day) on.onDay(day as string);
          else on.onOpen(event.id);
        }}
        dateClick={({ date: at, allDay }) => adds && on.onMake(timeAt(at, allDay))}
        eventDrop={({ event, revert }) => {
          const post = byId.get(event.id);
          if (!post || !event.start) return revert();
          void on.onMove(post, wallOf(event.start)).then((moved) => moved || revert());
        }}
        eventReceive={({ event, draggedEl, revert }) => {
          const { start, allDay } = event;
          revert();
          if (start) on.onMake(timeAt(start, allDay), draggedEl.dataset.assets?.split(' ') ?? []);
        }}
      />
      {children}
    </div>
  );
}

/** The first posts of each day, and how many more there are. */
function fewOfEachDay(posts: readonly PostSummary[]): EventInput[] {
  const counts = new Map<string, number>();
  const events: EventInput[] = [];
  for (const post of posts) {
    const day = dayOf(post.localTime ?? '');
    const count = (counts.get(day) ?? 0) + 1;
    counts.set(day, count);
    if (count <= mostOfDay) events.push(eventOf(post));
  }
  for (const [day, count] of counts)
    if (count > mostOfDay)
      events.push({
        id: `more-${day}`,
        start: `${day}T23:59:00Z`,
        end: `${day}T23:59:30Z`,
        startEditable: false,
        extendedProps: { day, more: count - mostOfDay },
      });
  return events;
}

/** A post takes 45 minutes in the calendar, but never reaches into the next day. */
function eventOf(post: PostSummary): EventInput {
  const start = Date.parse(`${post.localTime}Z`);
  const midnight = Date.parse(`${post.localTime?.slice(0, 10)}T00:00Z`) + day;
  return {
    id: post.id,
    title: post.caption,
    start,
    end: Math.min(start + 45 * 60_000, midnight),
    startEditable: post.editable,
    extendedProps: { post },
  };
}

function Content({
  info,
  view,
  timeAt,
}: {
  info: EventDisplayInfo;
  view: CalendarView;
  timeAt: (at: Date, allDay: boolean) => WallTime;
}) {
  const post = info.event.extendedProps.post as PostSummary | undefined;
  const { start, allDay } = info.event;
  if (post) {
    const shown = info.isMirror && start ? { ...post, localTime: wallOf(start) } : post;
    return <PostTile post={shown} wide={view !== 'month'} />;
  }
  const { more } = info.event.extendedProps;
  if (more)
    return (
      <span className={classes.more}>
        <More count={more as number} />
      </span>
    );
  // An asset is being dragged in; this shows where its post would go.
  const time = start ? formatWallClock(timeAt(start, allDay)) : '';
  return (
    <span className={classes.coming}>
      <Trans>{time} New post</Trans>
    </span>
  );
}

function moreLink({ num, text, numericText }: MoreLinkInfo) {
  return <More count={num} short={text === numericText} />;
}

function More({ count, short = false }: { count: number; short?: boolean }) {
  const number = formatCount(count);
  return short ? <bdi>+{number}</bdi> : <Trans>+{number} more</Trans>;
}

/**
 * The number of the day, and a button for a new post on it. FullCalendar hides both from screen readers; keyboard users have `n` and the
 * library beside the calendar.
 */
function DayTop({ info, adds, onMake }: { info: DayCellInfo; adds: boolean; onMake: () => void }) {
  const { t } = useLingui();
  const day = formatWallDay(wallOf(info.date));
  return (
    <span className={classes.dayTop}>
      {adds && (
        <button
          type="button"
          tabIndex={-1}
          title={t`New post on ${day}`}
          onClick={(event) => {
            event.stopPropagation();
            onMake();
          }}
        >
          <IconPlus size={14} stroke={2} aria-hidden="true" />
        </button>
      )}
      <span>{info.dayNumberText}</span>
    </span>
  );
}

/** A moved post is rendered in another place, so the focus has to follow it. */
function focusPost(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document
        .querySelector(`[data-post="${CSS.escape(id)}"]`)
        ?.closest<HTMLElement>('[tabindex]')
        ?.focus({ preventScroll: false }),
    ),
  );
}
