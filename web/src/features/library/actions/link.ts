import { t } from '@lingui/core/macro';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { Asset, KnownAsset } from '@/api/types';
import { assetQuery } from '@/core/assets/queries';
import { copyText } from '@/lib/clipboard';
import { showToast } from '@/ui/toast';
import { putAsset } from '../view/queries';
import { sentenceOf } from './perform';

async function switchOn(client: QueryClient, asset: Asset): Promise<string> {
  const { url } = await dataOf(
    api.POST('/api/assets/{assetId}/link', { params: { path: { assetId: asset.id } } }),
  );
  keep(client, asset, url);
  return url;
}

async function switchOff(client: QueryClient, asset: Asset): Promise<void> {
  await dataOf(api.DELETE('/api/assets/{assetId}/link', { params: { path: { assetId: asset.id } } }));
  keep(client, asset, null);
}

function keep(client: QueryClient, asset: Asset, publicPath: string | null): void {
  putAsset(client, { ...asset, hasLink: publicPath !== null, publicPath });
}

/** Lists only say that an asset has a public address; the address itself comes with the asset. */
async function addressOf(client: QueryClient, asset: KnownAsset): Promise<string> {
  if (asset.publicPath) return asset.publicPath;
  const known = asset.hasLink ? (await client.fetchQuery(assetQuery(asset.id))).publicPath : null;
  return known ?? switchOn(client, asset);
}

/** Turns the public link on if it is off, and copies its address. */
export async function copyLink(client: QueryClient, asset: KnownAsset): Promise<void> {
  const address = addressOf(client, asset);
  try {
    const copied = await copyText(address.then(absolute));
    if (copied) {
      showToast(t`Link copied. Anyone with the link can view the file until you turn it off.`);
      return;
    }
    const link = absolute(await address);
    showToast(t`Your browser doesn’t let Magpie copy. Here’s the link: ${link}`, true);
  } catch (error) {
    showToast(sentenceOf(error), true);
  }
}

export function useSwitchLink(asset: Asset) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean): Promise<unknown> => (on ? switchOn(client, asset) : switchOff(client, asset)),
  });
}

export function absolute(url: string): string {
  return new URL(url, window.location.href).href;
}
