import { plural, t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { Problem } from '@/api/problem';
import type { Post } from '@/api/types';
import { closeComposer } from '@/core/posts/openComposer';
import { deletePost, restorePost } from '@/core/posts/queries';
import { putPost, refreshLists } from '@/core/posts/refresh';
import { showToast } from '@/ui/toast';
import type { ComposerState } from './useComposer';

/** Deletes the posts in view, with Undo, but none of their media. */
export function useRemoval({ set, view, isSet, members, current }: ComposerState) {
  const client = useQueryClient();
  const undo = async (posts: readonly Post[]) => {
    for (const post of posts) putPost(client, await restorePost(post.id));
    const count = posts.length;
    showToast(plural(count, { one: 'Post restored', other: '# posts restored' }));
  };
  return async () => {
    await set.save();
    const shown = isSet && view === 'all' ? members : members.filter((one) => one.draft === current?.draft);
    const posts = shown.flatMap(({ draft }) => draft.snapshot().post ?? []);
    if (posts.length === 0) return;
    const deleted: Post[] = [];
    try {
      for (const post of posts) {
        await deletePost(post.id);
        deleted.push(post);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      showToast(error.message, true);
    }
    for (const post of deleted) set.remove(post.profile.id);
    if (set.drafts.length === 0) closeComposer();
    const count = deleted.length;
    if (count > 0)
      showToast(
        plural(count, {
          one: 'Post deleted. Its media stay in the library.',
          other: '# posts deleted. Their media stay in the library.',
        }),
        false,
        {
          label: t`Undo`,
          run: () => void undo(deleted).catch((error: Error) => showToast(error.message, true)),
        },
      );
    await refreshLists(client);
  };
}
