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

/** In the order in which people see them. */
export const networks: Record<Network, { title: string; Icon: typeof IconBrandX }> = {
  instagram: { title: 'Instagram', Icon: IconBrandInstagram },
  tiktok: { title: 'TikTok', Icon: IconBrandTiktok },
  facebook: { title: 'Facebook', Icon: IconBrandFacebook },
  x: { title: 'X', Icon: IconBrandX },
  linkedin: { title: 'LinkedIn', Icon: IconBrandLinkedin },
  pinterest: { title: 'Pinterest', Icon: IconBrandPinterest },
  youtube: { title: 'YouTube', Icon: IconBrandYoutube },
  threads: { title: 'Threads', Icon: IconBrandThreads },
  bluesky: { title: 'Bluesky', Icon: IconBrandBluesky },
  mastodon: { title: 'Mastodon', Icon: IconBrandMastodon },
};

export const networkNames = Object.keys(networks) as Network[];

export function NetworkGlyph({ network, size = 18 }: { network: Network; size?: number }) {
  const { Icon, title } = networks[network];
  return <Icon size={size} stroke={1.5} role="img" aria-label={title} />;
}

/** The display name, or the handle where there is none. */
export function nameOfProfile({ displayName, handle }: Pick<PostProfile, 'displayName' | 'handle'>): string {
  return displayName ?? `@${handle}`;
}
