import type { Problem } from '@/api/problem';
import { platforms } from '@/core/posts/platforms';
import type { WallTime } from '@/lib/zones';

export interface PostReference {
  id: string;
  /** "Instagram @magpie" */
  where: string;
  /** In the time zone of its profile. */
  localTime: WallTime | null;
}

/** The posts that a refusal to delete names. */
export function postReferencesIn(problem: Problem): PostReference[] {
  const { posts } = problem.members;
  if (!Array.isArray(posts)) return [];
  return posts.flatMap((post: unknown) => {
    if (typeof post !== 'object' || post === null) return [];
    const { id, platform, handle, localTime } = post as Record<string, unknown>;
    if (typeof id !== 'string' || !isPlatform(platform)) return [];
    const where =
      typeof handle === 'string' ? `${platforms[platform].title} @${handle}` : platforms[platform].title;
    return [{ id, where, localTime: typeof localTime === 'string' ? localTime : null }];
  });
}

function isPlatform(name: unknown): name is keyof typeof platforms {
  return typeof name === 'string' && name in platforms;
}
