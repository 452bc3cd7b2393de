import type { PostState } from '@/api/types';

/** The part of the address that belongs to the list of posts. */
export interface PostsSearch {
  status?: PostState;
  profile?: string;
  q?: string;
}

const states: readonly PostState[] = ['draft', 'scheduled', 'due', 'published', 'missed'];

export function readPostsSearch(raw: Record<string, unknown>): PostsSearch {
  return {
    ...(states.includes(raw.status as PostState) && { status: raw.status as PostState }),
    ...(typeof raw.profile === 'string' && { profile: raw.profile }),
    ...(typeof raw.q === 'string' && raw.q !== '' && { q: raw.q }),
  };
}
