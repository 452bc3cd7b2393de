import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { postsQuery } from '@/core/posts/queries';
import { useGroup } from '@/core/session/session';
import { countByDay, type DayCounts } from './days';

/** How many posts outside of a set these profiles have on each day, or the whole group if none are given. Ends before `to`. */
export function useDayCounts(
  from: string,
  to: string,
  profileIds: readonly string[] = [],
  setId?: string,
): DayCounts {
  const group = useGroup();
  const { data } = useQuery(
    postsQuery({
      group: group.id,
      from: `${from}T00:00`,
      to: `${to}T00:00`,
      ...(profileIds.length > 0 && { profile: [...profileIds] }),
    }),
  );
  return useMemo(() => countByDay((data ?? []).filter((post) => post.setId !== setId)), [data, setId]);
}
