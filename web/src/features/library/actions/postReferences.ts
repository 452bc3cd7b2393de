import type { Problem } from '@/api/problem';
import { networks } from '@/core/posts/networks';
import type { WallTime } from '@/lib/zones';

export interface PostReference {
  id: string;
  /** Such as "Instagram". */
  network: string;
  handle: string | null;
  /** In the time zone of its profile. */
  localTime: WallTime | null;
}

/** The posts named in a refusal to delete. */
export function postReferencesIn(problem: Problem): PostReference[] {
  const { posts } = problem.members;
  if (!Array.isArray(posts)) return [];
  return posts.flatMap((post: unknown) => {
    if (typeof post !== 'object' || post === null) return [];
    const { id, network, handle, localTime } = post as Record<string, unknown>;
    if (typeof id !== 'string' || !isNetwork(network)) return [];
    return [
      {
        id,
        network: networks[network].title,
        handle: typeof handle === 'string' ? handle : null,
        localTime: typeof localTime === 'string' ? localTime : null,
      },
    ];
  });
}

function isNetwork(name: unknown): name is keyof typeof networks {
  return typeof name === 'string' && name in networks;
}
