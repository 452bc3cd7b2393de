import { plural, t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trashKeys } from '@/core/live/keys';
import { showToast } from '@/ui/toast';
import { advanceAction, beginAction, endAction } from '../actions/runningActions';
import { emptyTrash, removeForGood } from './queries';

/** Deletes for good, with progress and Cancel: the named assets, or all. */
export function useRemoval(group: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ ids, total }: { ids: readonly string[] | 'all'; total: number }) => {
      const controller = new AbortController();
      const run = beginAction({ words: t`Deleting permanently`, total, stop: () => controller.abort() });
      const progress = {
        signal: controller.signal,
        onProgress: (removed: number) => advanceAction(run, removed),
      };
      try {
        return await (ids === 'all' ? emptyTrash(group, progress) : removeForGood(ids, progress));
      } finally {
        endAction(run);
      }
    },
    // The assets leave the page before the message says they are gone.
    onSuccess: async (removed) => {
      await client.invalidateQueries({ queryKey: trashKeys.all });
      showToast(plural(removed, { one: 'Permanently deleted # item', other: 'Permanently deleted # items' }));
    },
    onError: async (error) => {
      await client.invalidateQueries({ queryKey: trashKeys.all });
      const reason = error.message;
      showToast(t`Couldn’t delete everything. ${reason}`, true);
    },
  });
}
