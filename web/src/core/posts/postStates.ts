import { t } from '@lingui/core/macro';
import type { PostState } from '@/api/types';

/** Getters, so that each is in the language of the moment it is read. */
export const stateWords: Readonly<Record<PostState, string>> = {
  get draft() {
    return t({ message: 'Draft', context: 'state of a post' });
  },
  get scheduled() {
    return t({ message: 'Scheduled', context: 'state of a post' });
  },
  get due() {
    return t({ message: 'Due', context: 'state of a post' });
  },
  get published() {
    return t({ message: 'Published', context: 'state of a post' });
  },
  get missed() {
    return t({ message: 'Missed', context: 'state of a post' });
  },
};
