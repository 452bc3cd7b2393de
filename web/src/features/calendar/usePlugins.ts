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
 * FullCalendar's plugins. Only those of the month are part of the first load. Until the plugin of another view has loaded, `shown` is the
 * previous view, or null if there was none.
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
