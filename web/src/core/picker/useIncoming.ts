import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Asset } from '@/api/types';
import { assetQuery } from '@/core/assets/queries';
import { libraryKeys } from '@/core/live/keys';
import type { Uploader } from './uploader';

/** The files uploaded from here. Each is selected as soon as it is in the library. */
export function useIncoming(uploader: Uploader, onAsset: (asset: Asset) => void) {
  const client = useQueryClient();
  const [mine, setMine] = useState<readonly string[]>([]);
  const take = useEffectEvent(onAsset);

  // A string, because it stays equal while nothing arrives: progress alone must not re-render the dialog.
  const key = useSyncExternalStore(uploader.subscribe, () => arrivedIn(uploader, mine));
  useEffect(() => {
    if (key === '') return;
    const pairs = key.split(',').map((pair) => pair.split(' ') as [string, string]);
    setMine((before) => before.filter((id) => !pairs.some(([taken]) => taken === id)));
    for (const [, asset] of pairs) void client.fetchQuery(assetQuery(asset)).then(take, () => undefined);
    void client.invalidateQueries({ queryKey: libraryKeys.selectors });
  }, [client, key]);

  const add = async (files: FileList) => {
    const ids = await uploader.add(files);
    setMine((before) => [...before, ...ids]);
  };
  return { mine, add };
}

function arrivedIn(uploader: Uploader, mine: readonly string[]): string {
  return uploader
    .snapshot()
    .items.flatMap(({ id, assetId, duplicateOf }) => {
      const asset = assetId ?? duplicateOf;
      return asset === null || !mine.includes(id) ? [] : [`${id} ${asset}`];
    })
    .join();
}
