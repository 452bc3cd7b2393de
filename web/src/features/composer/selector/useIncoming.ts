import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Asset } from '@/api/types';
import { assetQuery } from '@/features/library/queries';
import type { Uploader } from './uploader';

/** The files that are uploaded from here. Each becomes one of the chosen as soon as it is in the library. */
export function useIncoming(uploader: Uploader, onAsset: (asset: Asset) => void) {
  const client = useQueryClient();
  const { items } = useSyncExternalStore(uploader.subscribe, uploader.snapshot);
  const [mine, setMine] = useState<string[]>([]);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const open = items.filter(({ id }) => mine.includes(id) && !taken.has(id));
  const take = useEffectEvent(onAsset);

  const arrived = open.flatMap(({ id, assetId, duplicateOf }) => {
    const asset = assetId ?? duplicateOf;
    return asset === null ? [] : [`${id} ${asset}`];
  });
  const key = arrived.join();
  useEffect(() => {
    if (key === '') return;
    const pairs = key.split(',').map((pair) => pair.split(' ') as [string, string]);
    setTaken((before) => new Set([...before, ...pairs.map(([id]) => id)]));
    for (const [, asset] of pairs) void client.fetchQuery(assetQuery(asset)).then(take, () => undefined);
    void client.invalidateQueries({ queryKey: ['library', 'selector'] });
  }, [client, key]);

  const add = async (files: FileList) => {
    const ids = await uploader.add(files);
    setMine((before) => [...before, ...ids]);
  };
  return { open, add };
}
