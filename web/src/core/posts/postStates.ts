import type { PostState } from '@/api/types';

export const stateWords: Record<PostState, string> = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  due: 'Due',
  published: 'Published',
  missed: 'Missed',
};
