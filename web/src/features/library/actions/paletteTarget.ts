import type { Asset } from '@/api/types';
import { createMemberStore } from '@/lib/store';
import type { Target } from './targets';

/** What the page in front is about: the selection, or the open asset. */
export interface PaletteTarget {
  target: Target;
  asset?: Asset;
}

/** Set by the page, and read when the command palette opens. */
export const paletteTargetStore = createMemberStore<PaletteTarget | null>(null);
