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
import type { Platform, PostProfile } from '@/api/types';

/** In the order in which people see them. */
export const platforms: Record<Platform, { title: string; Icon: typeof IconBrandX }> = {
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

export const platformNames = Object.keys(platforms) as Platform[];

export function PlatformGlyph({ platform, size = 18 }: { platform: Platform; size?: number }) {
  const { Icon, title } = platforms[platform];
  return <Icon size={size} stroke={1.5} role="img" aria-label={title} />;
}

/** The display name, or the handle where there is none. */
export function nameOfProfile({ displayName, handle }: Pick<PostProfile, 'displayName' | 'handle'>): string {
  return displayName ?? `@${handle}`;
}
