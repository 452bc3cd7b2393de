import {
  IconBrandBluesky,
  IconBrandFacebook,
  IconBrandInstagram,
  IconBrandLinkedin,
  IconBrandMastodon,
  IconBrandPinterest,
  IconBrandThreads,
  IconBrandTiktok,
  IconBrandX,
  IconBrandYoutube,
} from '@tabler/icons-react';
import type { Network, PostProfile } from '@/api/types';

/** Names of networks are the same in every language. */
const named = (title: string, Icon: typeof IconBrandX) => ({ title, Icon });

/** In the order in which they are shown. */
export const networks: Record<Network, ReturnType<typeof named>> = {
  instagram: named('Instagram', IconBrandInstagram),
  tiktok: named('TikTok', IconBrandTiktok),
  facebook: named('Facebook', IconBrandFacebook),
  x: named('X', IconBrandX),
  linkedin: named('LinkedIn', IconBrandLinkedin),
  pinterest: named('Pinterest', IconBrandPinterest),
  youtube: named('YouTube', IconBrandYoutube),
  threads: named('Threads', IconBrandThreads),
  bluesky: named('Bluesky', IconBrandBluesky),
  mastodon: named('Mastodon', IconBrandMastodon),
};

export const networkNames = Object.keys(networks) as Network[];

export function NetworkGlyph({ network, size = 18 }: { network: Network; size?: number }) {
  const { Icon, title } = networks[network];
  return <Icon size={size} stroke={1.5} role="img" aria-label={title} />;
}

/** The display name, or the handle if there is none. */
export function nameOfProfile({ displayName, handle }: Pick<PostProfile, 'displayName' | 'handle'>): string {
  return displayName ?? `@${handle}`;
}
