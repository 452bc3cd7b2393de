import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { blockingError } from '@/api/blockingError';
import type { Profile } from '@/api/types';
import type { Uploader } from '@/core/picker/uploader';
import { closeComposer, type Wanted } from '@/core/posts/openComposer';
import { postSetQuery, profilesQuery } from '@/core/posts/queries';
import { surfacesQuery } from '@/core/posts/surfaces';
import { useGroup, useSession } from '@/core/session/session';
import { restoreFocus } from '@/lib/restoreFocus';
import { showToast } from '@/ui/toast';
import { ComposerDialog } from './ComposerDialog';
import { readLastProfiles } from './lastProfiles';
import { unknownMedia } from './media/media';
import { NoProfile } from './NoProfile';
import type { Start } from './useComposer';

interface Props {
  wanted: Wanted;
  /** Where the focus returns to. */
  from: Element | null;
  uploader: Uploader;
  onNewProfile: () => void;
}

/** Waits for what the composer needs, and shows nothing until then: that is quick, or else fails. */
export default function Composer({ wanted, from, uploader, onNewProfile }: Props) {
  const group = useGroup();
  const { user } = useSession();
  const [known] = useState('postId' in wanted ? wanted.postId : null);
  const profiles = useQuery(profilesQuery(group.id));
  const surfaces = useQuery(surfacesQuery);
  const posts = useQuery({ ...postSetQuery(known ?? ''), enabled: known !== null });
  const error = blockingError(profiles) ?? blockingError(surfaces) ?? blockingError(posts);

  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
        restoreFocus();
      });
    },
    [from],
  );

  useEffect(() => {
    if (!error) return;
    showToast(error.message, true);
    closeComposer();
  }, [error]);

  if (error || !profiles.data || !surfaces.data || (known !== null && !posts.data)) return null;
  if (known === null && profiles.data.length === 0) return <NoProfile onNewProfile={onNewProfile} />;
  return (
    <ComposerDialog
      start={posts.data ? { posts: posts.data } : startOf(wanted, readLastProfiles(user.id), profiles.data)}
      wanted={wanted}
      profiles={profiles.data}
      surfaces={surfaces.data}
      uploader={uploader}
    />
  );
}

/** A new post on the profile that was asked for, or else on those of the last one. */
function startOf(wanted: Wanted, last: readonly string[], all: readonly Profile[]): Start {
  const { profileId, assetIds = [], localTime } = 'postId' in wanted ? {} : wanted;
  const wish = profileId === undefined ? last : [profileId];
  const chosen = all.filter(({ id }) => wish.includes(id));
  const profiles = chosen.length > 0 ? chosen : all.slice(0, 1);
  const zone = profiles[0]?.timeZone ?? 'UTC';
  return {
    profiles,
    begin: {
      ...(assetIds.length > 0 && { media: assetIds.map(unknownMedia) }),
      ...(localTime !== undefined && { time: { local: localTime, zone, second: false } }),
    },
  };
}
