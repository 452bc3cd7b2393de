import type { CSSProperties } from 'react';
import type { PostProfile, Profile } from '@/api/types';
import { NetworkGlyph, nameOfProfile } from './networks';
import classes from './ProfileFace.module.css';

interface Props {
  profile: Pick<PostProfile, 'network' | 'handle' | 'displayName'> & Partial<Pick<Profile, 'picture'>>;
  /** In pixels. */
  size?: number;
}

/** The picture of a profile, or the first letter of its name, with the mark of its network. */
export function ProfileFace({ profile, size = 44 }: Props) {
  const url = profile.picture?.thumbUrl;
  return (
    <span className={classes.face} style={{ '--face': `${size}px` } as CSSProperties}>
      {url ? (
        <img src={url} alt="" />
      ) : (
        <span className={classes.blank} aria-hidden="true">
          {nameOfProfile(profile).replace('@', '').charAt(0).toUpperCase()}
        </span>
      )}
      <span className={classes.glyph}>
        <NetworkGlyph network={profile.network} size={14} />
      </span>
    </span>
  );
}
