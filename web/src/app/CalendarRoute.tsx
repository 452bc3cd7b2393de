import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { CalendarPage } from '@/features/calendar/CalendarPage';
import type { CalendarSearch } from '@/features/calendar/search';

export function CalendarRoute() {
  const search = useSearch({ from: '/signed-in/calendar' });
  const navigate = useNavigate();
  const onSearch = useCallback(
    (next: CalendarSearch) => void navigate({ to: '/calendar', search: next }),
    [navigate],
  );
  return <CalendarPage search={search} onSearch={onSearch} />;
}
