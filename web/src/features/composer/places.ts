import type { Profile, Surface } from '@/api/types';
import type { Member } from './draft/SetDraft';

/** A post, and where it appears. */
export interface PostPlace {
  member: Member;
  /** Undefined where it is archived. */
  profile: Profile | undefined;
  surface: Surface | undefined;
}

/** Where on its network a profile posts: the surfaces it uses, or all of them if it names none. */
export function surfacesOf(profile: Profile | undefined, surfaces: readonly Surface[]): Surface[] {
  if (!profile) return [];
  const own = surfaces.filter(({ key, standsAlone }) => standsAlone && key.startsWith(`${profile.network}.`));
  const used = own.filter(({ key }) => profile.surfaces.includes(key));
  return used.length > 0 ? used : own;
}
