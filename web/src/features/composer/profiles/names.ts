import type { Network, PostProfile, Profile } from '@/api/types';
import { nameOfProfile, networks } from '@/core/posts/networks';
import type { Member } from '../draft/SetDraft';

type Account = Pick<PostProfile, 'id' | 'network' | 'handle' | 'displayName'>;

/** The profile of a post; of an archived one, what the post knows of it. */
export function accountOf(member: Member, profiles: readonly Profile[]): Account | undefined {
  return profiles.find(({ id }) => id === member.profileId) ?? member.post?.profile;
}

/** By its network, unless two of the set are on the same. */
export function nameOfMember(
  member: Member,
  profiles: readonly Profile[],
  members: readonly Member[],
): string {
  const account = accountOf(member, profiles);
  if (!account) return '';
  const on = (network: Network) =>
    members.filter((one) => accountOf(one, profiles)?.network === network).length;
  return on(account.network) > 1 ? nameOfProfile(account) : networks[account.network].title;
}
