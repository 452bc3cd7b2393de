import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { blockingError } from '@/api/blockingError';
import type { Profile, Surface } from '@/api/types';
import type { Uploader } from '@/core/picker/uploader';
import { closeComposer, type Wanted } from '@/core/posts/openComposer';
import { postQuery, profilesQuery } from '@/core/posts/queries';
import { surfacesQuery } from '@/core/posts/surfaces';
import { useGroup, useSession } from '@/core/session/session';
import { restoreFocus } from '@/lib/restoreFocus';
import { showToast } from '@/ui/toast';
import { ComposerDialog } from './ComposerDialog';
import type { Fields } from './draft/fields';
import { readLastProfile } from './lastProfile';
import { NoProfile } from './NoProfile';
import { surfaceFor } from './places';

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
  const postId = 'postId' in wanted ? wanted.postId : null;
  const [known] = useState(postId);
  const profiles = useQuery(profilesQuery(group.id));
  const surfaces = useQuery(surfacesQuery);
  const post = useQuery({ ...postQuery(known ?? ''), enabled: known !== null });
  const error = blockingError(profiles) ?? blockingError(surfaces) ?? blockingError(post);

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

  if (error || !profiles.data || !surfaces.data || (known !== null && !post.data)) return null;
  if (known === null && profiles.data.length === 0) return <NoProfile onNewProfile={onNewProfile} />;
  return (
    <ComposerDialog
      start={post.data ?? startOf(wanted, readLastProfile(user.id), profiles.data, surfaces.data)}
      wanted={wanted}
      profiles={profiles.data}
      surfaces={surfaces.data}
      uploader={uploader}
    />
  );
}

function startOf(
  wanted: Wanted,
  last: string | null,
  profiles: readonly Profile[],
  surfaces: readonly Surface[],
): Fields {
  const asked = 'postId' in wanted ? {} : wanted;
  const wish = asked.profileId ?? last;
  const profile = profiles.find(({ id }) => id === wish) ?? profiles[0];
  const adds = (asked.assetIds?.length ?? 0) > 0;
  return {
    place: {
      profileId: profile?.id ?? '',
      // With media, the server chooses the surface that accepts all of them.
      surface: adds ? null : surfaceFor(profile, surfaces, []),
    },
    title: '',
    caption: '',
    firstComment: '',
    media: [],
    time:
      asked.localTime === undefined
        ? null
        : { local: asked.localTime, zone: profile?.timeZone ?? 'UTC', second: false },
  };
}
