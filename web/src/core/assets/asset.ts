import type { Asset, Rendition } from '@/api/types';
import { formatDuration } from '@/lib/format';

export function renditionOf(asset: Asset, ...kinds: Rendition['kind'][]): Rendition | undefined {
  for (const kind of kinds) {
    const found = asset.renditions.find((rendition) => rendition.kind === kind);
    if (found) return found;
  }
  return undefined;
}

/** The picture that stands for an asset in the grid. */
export function thumbOf(asset: Asset): Rendition | undefined {
  return renditionOf(asset, 'thumb', 'poster', 'preview');
}

/** What a screen reader hears on a tile. */
export function spokenName(asset: Asset): string {
  const parts = [asset.name, asset.kind === 'video' ? 'video' : 'image'];
  if (asset.kind === 'video' && asset.durationSeconds != null)
    parts.push(formatDuration(asset.durationSeconds));
  const chip = chipOf(asset);
  if (chip) parts.push(chip);
  const badge = asset.kind === 'video' ? badgeWords(asset) : null;
  if (badge) parts.push(badge);
  if (asset.starred) parts.push('starred');
  return parts.join(', ');
}

const chips = { processing: 'Processing', failed: 'Failed', draft: 'Draft', ready: null } as const;

/** The word on a tile: what it waits for, or else that nobody took this picture. */
export function chipOf(asset: Asset): string | null {
  return chips[asset.status] ?? (asset.origin === 'ai' ? 'AI' : null);
}

const badges = {
  green: 'meets what its platforms recommend',
  amber: 'works, but below what its platforms recommend',
  red: 'breaks a requirement of its platforms',
} as const;

/** The badge in words, for those who don't see its colour. */
export function badgeWords(asset: Asset): string | null {
  return asset.badge ? badges[asset.badge] : null;
}

/** A path of our own, handed to the browser as a download without leaving the page. */
export function download(asset: Asset): void {
  const link = document.createElement('a');
  link.href = asset.original.downloadUrl;
  link.download = asset.name;
  link.click();
}
