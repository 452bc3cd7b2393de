import type { PostAsset, Profile, Surface } from '@/api/types';

/** Where on its network a profile posts: the surfaces it uses, or all of them if it names none. */
export function surfacesOf(profile: Profile | undefined, surfaces: readonly Surface[]): Surface[] {
  if (!profile) return [];
  const own = surfaces.filter(({ key }) => key.startsWith(`${profile.network}.`));
  const used = own.filter(({ key }) => profile.surfaces.includes(key));
  return used.length > 0 ? used : own;
}

/** The first surface that accepts all of the media, or else the first. */
export function surfaceFor(
  profile: Profile | undefined,
  surfaces: readonly Surface[],
  media: readonly Pick<PostAsset, 'kind'>[],
): string | null {
  const own = surfacesOf(profile, surfaces);
  const takes = ({ kinds, maxItems }: Surface) =>
    media.every(({ kind }) => kinds.includes(kind)) && media.length <= (maxItems ?? Number.POSITIVE_INFINITY);
  return (own.find(takes) ?? own[0])?.key ?? null;
}
