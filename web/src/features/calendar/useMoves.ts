import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Post, PostSummary } from '@/api/types';
import { postKeys } from '@/core/live/keys';
import { sayNotice } from '@/core/posts/notices';
import { savePost, schedulePost } from '@/core/posts/queries';
import { putPost, refreshLists } from '@/core/posts/refresh';
import { formatWallTime, type WallTime } from '@/lib/zones';
import { showToast } from '@/ui/toast';

/** Moves posts in time: shown at once, with Undo. If the server refuses, the post goes back and the reason is shown. */
export function useMoves(): (post: PostSummary, to: WallTime) => Promise<boolean> {
  const client = useQueryClient();

  return useCallback(
    async (post, to) => {
      const show = (as: Pick<PostSummary, 'localTime'> & Partial<PostSummary>) =>
        client.setQueriesData<PostSummary[]>({ queryKey: postKeys.lists }, (lines) =>
          Array.isArray(lines)
            ? lines.map((line) => (line.id === post.id ? { ...line, ...as } : line))
            : lines,
        );
      const take = (given: Post) => {
        // The lists are refetched; until they arrive, the next move needs the version this one has made.
        show({ localTime: given.localTime, state: given.state, version: given.version });
        putPost(client, given);
      };
      const before = post.localTime;
      await client.cancelQueries({ queryKey: postKeys.lists });
      show({ localTime: to });
      try {
        const moved = await give(post, post.version, to);
        take(moved);
        const undo = async () => {
          show({ localTime: before });
          take(await give(post, moved.version, before, post.laterOccurrence));
        };
        const time = formatWallTime(moved.localTime ?? to);
        const notices = moved.notices.map(sayNotice).join(' ');
        showToast(
          notices === '' ? t`Moved to ${time}` : t`Moved to ${time}. ${notices}`,
          false,
          before === null
            ? undefined
            : {
                label: t`Undo`,
                run: () =>
                  void undo().catch((error: Error) => {
                    showToast(error.message, true);
                    void refreshLists(client);
                  }),
              },
        );
        return true;
      } catch (error) {
        show({ localTime: before });
        showToast(error instanceof Error ? error.message : String(error), true);
        void refreshLists(client);
        return false;
      }
    },
    [client],
  );
}

/** A draft is only saved with its new time; a scheduled post is scheduled again. */
function give(
  post: PostSummary,
  version: number,
  localTime: WallTime | null,
  laterOccurrence = false,
): Promise<Post> {
  const timeZone = post.timeZone ?? post.profile.timeZone;
  return post.state === 'draft' || localTime === null
    ? savePost(post.id, { version, localTime, timeZone, laterOccurrence })
    : schedulePost({ postId: post.id, version, localTime, timeZone, laterOccurrence });
}
