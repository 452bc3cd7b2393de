import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import themePlugin from '@fullcalendar/react/themes/classic';
import { useEffect, useState } from 'react';
import { ahead, tellMissing } from '@/ui/lazyPart';
import type { CalendarView } from './search';

type Plugin = typeof dayGridPlugin;

const always: readonly Plugin[] = [dayGridPlugin, interactionPlugin, themePlugin];
const times = ahead(() => import('@fullcalendar/react/timegrid'));
const list = ahead(() => import('@fullcalendar/react/list'));
const loaders: Partial<Record<CalendarView, () => Promise<{ default: Plugin }>>> = {
  week: times,
  day: times,
  list,
};

/**
 * What draws the calendar. Only the month is part of its first load; until what draws another view has come, the one
 * before it stays: `shown`, which is null where there is none yet.
 */
export function usePlugins(view: CalendarView): { plugins: Plugin[]; shown: CalendarView | null } {
  const [plugins, setPlugins] = useState(() => [...always]);
  const [shown, setShown] = useState<CalendarView | null>(view in loaders ? null : view);

  useEffect(() => {
    let current = true;
    const load = loaders[view];
    if (!load) {
      setShown(view);
      return;
    }
    load().then(
      ({ default: plugin }) => {
        if (!current) return;
        setPlugins((now) => (now.includes(plugin) ? now : [...now, plugin]));
        setShown(view);
      },
      () => current && tellMissing(),
    );
    return () => {
      current = false;
    };
  }, [view]);
  return { plugins, shown };
}
