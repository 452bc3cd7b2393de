import type { Problem } from '@/api/problem';

export interface HoldingPost {
  id: string;
  /** "Instagram @magpie" */
  where: string;
  scheduledAt: string | null;
}

const names: Record<string, string> = { tiktok: 'TikTok', youtube: 'YouTube', linkedin: 'LinkedIn', x: 'X' };

/** The posts that a refusal to delete lists. */
export function heldPosts(problem: Problem): HoldingPost[] {
  const { posts } = problem.members;
  if (!Array.isArray(posts)) return [];
  return posts.flatMap((post: unknown) => {
    if (typeof post !== 'object' || post === null) return [];
    const { id, platform, handle, scheduledAt } = post as Record<string, unknown>;
    if (typeof id !== 'string' || typeof platform !== 'string') return [];
    const name = names[platform.toLowerCase()] ?? platform.charAt(0).toUpperCase() + platform.slice(1);
    const where =
      typeof handle === 'string' ? `${name} ${handle.startsWith('@') ? handle : `@${handle}`}` : name;
    return [{ id, where, scheduledAt: typeof scheduledAt === 'string' ? scheduledAt : null }];
  });
}
