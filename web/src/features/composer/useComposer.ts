import { t } from '@lingui/core/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Post } from '@/api/types';
import { closeComposer, type Wanted } from '@/core/posts/openComposer';
import { createPost, deletePost, postQuery, savePost } from '@/core/posts/queries';
import { putPost, refreshLists, showPost } from '@/core/posts/refresh';
import { useGroup, useSession } from '@/core/session/session';
import { showToast } from '@/ui/toast';
import type { Fields } from './draft/fields';
import { PostDraft } from './draft/PostDraft';
import { unsavedStoreFor } from './draft/unsavedStore';
import { rememberProfile } from './lastProfile';
import { unknownMedia } from './media/media';

/** The post in the composer: its content, whether it is saved, and what happens on closing. */
export function useComposer(wanted: Wanted, start: Fields | Post) {
  const client = useQueryClient();
  const { user } = useSession();
  const group = useGroup();
  const [draft] = useState(() => {
    const calls = { create: createPost, save: savePost };
    const made = new PostDraft(calls, unsavedStoreFor(user.id, group.id), start);
    if (!('postId' in wanted) && wanted.assetIds?.length) made.begin(wanted.assetIds.map(unknownMedia));
    return made;
  });
  const snapshot = useSyncExternalStore(draft.subscribe, draft.snapshot);
  const { post } = snapshot;
  // Refetched only when the server reports a change.
  const { data: fresh } = useQuery({
    ...postQuery(post?.id ?? ''),
    enabled: post !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });

  useEffect(() => {
    if (post) showPost(client, post);
  }, [client, post]);
  useEffect(() => {
    if (fresh) draft.receive(fresh);
  }, [draft, fresh]);
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && void draft.save();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      // Another post was opened in its place.
      void draft.save();
    };
  }, [draft]);

  const adopt = (answer: Post) => {
    draft.adopt(answer);
    putPost(client, answer);
  };

  /** No text is lost: what the server does not accept now is kept on this device. */
  const close = async () => {
    closeComposer();
    const saved = await draft.save();
    const { post: last, fields, problem } = draft.snapshot();
    draft.stop();
    if (last && !('postId' in wanted) && (!draft.touched || isEmpty(fields))) {
      draft.forget();
      await deletePost(last.id).catch(() => undefined);
    } else if (!saved) {
      const reason = problem?.message ?? t`This post isn’t saved.`;
      showToast(t`${reason} Your text is kept on this device.`, true);
    } else if (last) {
      rememberProfile(user.id, last.profile.id);
    }
    await refreshLists(client);
  };

  return { draft, snapshot, adopt, close };
}

function isEmpty({ media, caption, title, firstComment }: Fields): boolean {
  return media.length === 0 && `${caption}${title}${firstComment}`.trim() === '';
}

export type ComposerState = ReturnType<typeof useComposer>;
