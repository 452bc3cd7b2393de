import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { Problem } from '@/api/problem';
import { closeComposer } from '@/core/posts/openComposer';
import { deletePost, restorePost } from '@/core/posts/queries';
import { putPost, refreshLists } from '@/core/posts/refresh';
import { showToast } from '@/ui/toast';
import type { ComposerState } from './useComposer';

/** Deletes the open post, with Undo, but none of its media. */
export function useRemoval({ draft }: ComposerState) {
  const client = useQueryClient();
  const undo = async (id: string) => {
    putPost(client, await restorePost(id));
    showToast(t`Post restored`);
  };
  return async () => {
    await draft.save();
    const { post } = draft.snapshot();
    if (!post) return;
    try {
      await deletePost(post.id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      showToast(error.message, true);
      return;
    }
    draft.forget();
    draft.stop();
    closeComposer();
    showToast(t`Post deleted. Its media stay in the library.`, false, {
      label: t`Undo`,
      run: () => void undo(post.id).catch((error: Error) => showToast(error.message, true)),
    });
    await refreshLists(client);
  };
}
