import { useQueryClient } from '@tanstack/react-query';
import { useLiveEvents } from '@/features/events/useLiveEvents';
import { importKeys } from '@/features/imports/keys';
import { labelKeys } from '@/features/library/labels/queries';
import { applyAssetChanges, reloadLibrary } from '@/features/library/live';
import { trashKeys } from '@/features/library/trash/keys';
import { postKeys, refreshPosts } from '@/features/posts/queries';
import type { Uploads } from '@/features/uploads/Uploads';

/** Ties the events of the server to the features that show what they speak of. Returns whether the connection is lost. */
export function useLive(uploads: Uploads): boolean {
  const client = useQueryClient();
  return useLiveEvents({
    onChanges: async (batch) => {
      if (batch.imports) await client.invalidateQueries({ queryKey: importKeys.all });
      if (batch.posts) await refreshPosts(client);
      if (batch.touched.size === 0 && batch.deleted.size === 0 && !batch.labels) return;
      void uploads.assetsGone(batch.deleted);
      // An open post shows its media, and its checklist judges them.
      void client.invalidateQueries({ queryKey: postKeys.posts });
      void client.invalidateQueries({ queryKey: postKeys.checklists });
      // What is labelled, deleted or restored changes the counts of labels and the trash.
      void client.invalidateQueries({ queryKey: labelKeys.all });
      void client.invalidateQueries({ queryKey: trashKeys.all });
      await applyAssetChanges(client, batch);
      if (batch.labels && batch.touched.size === 0) await reloadLibrary(client);
    },
    onReconnect: async () => {
      void uploads.recheck();
      void client.invalidateQueries({ queryKey: importKeys.all });
      void client.invalidateQueries({ queryKey: postKeys.all });
      await reloadLibrary(client);
    },
  });
}
