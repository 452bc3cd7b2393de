import type { Asset } from '@/api/types';
import { useGroup, useSession } from './session';

/** What the signed-in person may do in the open group. Controls for anything else are not shown. */
export interface Access {
  /** May add assets, and change at least their own. */
  adds: boolean;
  /** May change everything in the group. */
  edits: boolean;
  mayChange: (asset: Asset) => boolean;
}

export function useAccess(): Access {
  const { user } = useSession();
  const { role } = useGroup();
  return {
    adds: role !== 'viewer',
    edits: role === 'editor',
    mayChange: (asset) => role === 'editor' || (role === 'contributor' && asset.createdBy.id === user.id),
  };
}
