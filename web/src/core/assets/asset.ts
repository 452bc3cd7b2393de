import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { Asset, Rendition } from '@/api/types';
import { formatAttributes, formatDuration } from '@/lib/format';

export function renditionOf(asset: Asset, ...kinds: Rendition['kind'][]): Rendition | undefined {
  for (const kind of kinds) {
    const found = asset.renditions.find((rendition) => rendition.kind === kind);
    if (found) return found;
  }
  return undefined;
}

/** The picture that represents an asset in the grid. */
export function thumbOf(asset: Asset): Rendition | undefined {
  return renditionOf(asset, 'thumb', 'poster', 'preview');
}

/** What a screen reader hears on a tile. */
export function spokenName(asset: Asset): string {
  const parts = [asset.name, asset.kind === 'video' ? t`video` : t`image`];
  if (asset.kind === 'video' && asset.durationSeconds != null)
    parts.push(formatDuration(asset.durationSeconds));
  const chip = chipOf(asset);
  if (chip) parts.push(chip);
  const badge = asset.kind === 'video' ? badgeWords(asset) : null;
  if (badge) parts.push(badge);
  if (asset.starred) parts.push(t`starred`);
  return formatAttributes(parts);
}

const chips = {
  processing: msg({ message: 'Processing', context: 'state of a file' }),
  failed: msg({ message: 'Failed', context: 'state of a file' }),
  draft: msg({ message: 'Draft', context: 'state of a file' }),
  ready: null,
} as const;

/** The word on a tile: its status unless it is ready, otherwise whether AI generated it. */
export function chipOf(asset: Asset): string | null {
  const chip = chips[asset.status];
  if (chip) return i18n._(chip);
  return asset.origin === 'ai' ? t`AI` : null;
}

const badges = {
  green: msg`Meets recommendations`,
  amber: msg`Usable, below recommended quality`,
  red: msg`Doesn’t meet requirements`,
} as const;

/** The badge in words, for people who can't see its colour. */
export function badgeWords(asset: Asset): string | null {
  return asset.badge ? i18n._(badges[asset.badge]) : null;
}

/** Starts a download without leaving the page. */
export function download(asset: Asset): void {
  const link = document.createElement('a');
  link.href = asset.original.downloadUrl;
  link.download = asset.name;
  link.click();
}
