import { t } from '@lingui/core/macro';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Post, Profile } from '@/api/types';
import { closeComposer, type Wanted } from '@/core/posts/openComposer';
import {
  checklistQuery,
  createPost,
  deletePost,
  postQuery,
  previewPost,
  savePost,
} from '@/core/posts/queries';
import { putPost, refreshLists, showPost } from '@/core/posts/refresh';
import { useSession } from '@/core/session/session';
import { showToast } from '@/ui/toast';
import type { Fields } from './draft/fields';
import { SetDraft, type View } from './draft/SetDraft';
import { unsavedStoreFor } from './draft/unsavedStore';
import { rememberProfiles } from './lastProfiles';

export type Start = { posts: readonly Post[] } | { profiles: readonly Profile[]; begin: Partial<Fields> };

const calls = { preview: previewPost, create: createPost, save: savePost };

/** The posts in the composer: their content, whether it is saved, and what happens on closing. */
export function useComposer(wanted: Wanted, start: Start) {
  const client = useQueryClient();
  const { user } = useSession();
  const [set] = useState(() => {
    const [first] = 'posts' in start ? start.posts : [];
    const made = new SetDraft(calls, unsavedStoreFor(user.id), first?.setId ?? crypto.randomUUID());
    if ('posts' in start) made.open(start.posts);
    else for (const profile of start.profiles) made.add(profile, start.begin);
    return made;
  });
  const { members, shared } = useSyncExternalStore(set.subscribe, set.snapshot);
  const [chosen, setView] = useState<View>(() =>
    'postId' in wanted && 'posts' in start && start.posts.length > 1
      ? viewOf(wanted.postId, start.posts)
      : 'all',
  );
  const isSet = members.length > 1;
  const view: View =
    chosen !== 'all' && isSet && members.some((one) => one.profileId === chosen.profileId) ? chosen : 'all';
  const current =
    (view === 'all' ? null : members.find((one) => one.profileId === view.profileId)) ?? members[0];

  const posts = members.flatMap(({ post }) => post ?? []);
  // Refetched only when the server reports a change.
  const fresh = useQueries({
    queries: posts.map(({ id }) => ({ ...postQuery(id), staleTime: Number.POSITIVE_INFINITY })),
    combine: (results) => results.map(({ data }) => data),
  });
  const kept = useQueries({
    queries: members.map(({ post, profileId }) => ({
      ...checklistQuery(post?.id ?? profileId, post?.version ?? 0),
      enabled: post !== null && post.state !== 'published',
    })),
    combine: (results) => results.map(({ data }) => data),
  });

  const shown = useRef(new WeakSet<Post>());
  useEffect(() => {
    for (const post of posts) {
      if (!shown.current.has(post)) showPost(client, post);
      shown.current.add(post);
    }
  }, [client, posts]);
  useEffect(() => {
    for (const post of fresh)
      if (post) set.drafts.find((draft) => draft.snapshot().post?.id === post.id)?.receive(post);
  }, [set, fresh]);
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && void set.save();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      // Another post was opened in its place.
      void set.save();
    };
  }, [set]);

  const adopt = (answer: readonly Post[]) => {
    set.adopt(answer);
    for (const post of answer) putPost(client, post);
  };

  /** No text is lost: what the server does not accept now is kept on this device. */
  const close = async () => {
    closeComposer();
    const saved = await set.save();
    set.stop();
    const { members: last } = set.snapshot();
    const isNew = !('postId' in wanted);
    const empty = isNew && last.every(({ draft, fields }) => !draft.touched || isEmpty(fields));
    if (empty) {
      for (const { draft, post } of last) {
        draft.forget();
        if (post) await deletePost(post.id).catch(() => undefined);
      }
    } else if (!saved) {
      const reason = last.find(({ problem }) => problem)?.problem?.message ?? t`This post isn’t saved.`;
      showToast(t`${reason} Your text is kept on this device.`, true);
    } else if (isNew) {
      rememberProfiles(
        user.id,
        last.map(({ profileId }) => profileId),
      );
    }
    await refreshLists(client);
  };

  return {
    set,
    members: members.map((one, index) => ({
      ...one,
      checklist: (one.post ? kept[index] : one.checklist) ?? null,
    })),
    view,
    setView,
    /** Whether several posts are written together. */
    isSet,
    /** The post on the profile in view; of all, the first. */
    current,
    fields:
      view === 'all' && isSet ? shared : { ...(current?.fields ?? shared), time: current?.time ?? null },
    adopt,
    close,
  };
}

function viewOf(postId: string, posts: readonly Post[]): View {
  const post = posts.find(({ id }) => id === postId);
  return post ? { profileId: post.profile.id } : 'all';
}

function isEmpty({ media, caption, title, firstComment }: Fields): boolean {
  return media.length === 0 && `${caption}${title}${firstComment}`.trim() === '';
}

export type ComposerState = ReturnType<typeof useComposer>;
