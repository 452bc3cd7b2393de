import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Asset, Checklist, PostAsset } from '@/api/types';
import { renditionOf } from '@/core/assets/asset';

/** An asset as an item of a post, until the server has described that item. */
export function mediaOf(asset: Asset): PostAsset {
  return {
    ordinal: 0,
    assetId: asset.id,
    name: asset.name,
    kind: asset.kind,
    format: asset.format,
    width: asset.width,
    height: asset.height,
    durationSeconds: asset.durationSeconds,
    animated: asset.animated,
    status: asset.status,
    trashed: false,
    note: asset.note,
    altText: null,
    assetAltText: asset.altText,
    crop: null,
    trim: null,
    thumbUrl: renditionOf(asset, 'thumb')?.url ?? null,
    previewUrl: renditionOf(asset, 'preview', 'poster')?.url ?? null,
    videoUrl: null,
    fileUrl: '',
    fileMediaType: '',
  };
}

/** An item of which only the id is known yet. */
export function unknownMedia(assetId: string): PostAsset {
  return {
    ordinal: 0,
    assetId,
    name: '',
    kind: 'image',
    format: 'jpeg',
    width: null,
    height: null,
    durationSeconds: null,
    animated: false,
    status: 'ready',
    trashed: false,
    note: null,
    altText: null,
    assetAltText: null,
    crop: null,
    trim: null,
    thumbUrl: null,
    previewUrl: null,
    videoUrl: null,
    fileUrl: '',
    fileMediaType: '',
  };
}

export type Badge = 'green' | 'amber' | 'red';

/** The checklist's verdict on an item, as a badge of the library. */
export function badgeOf(checklist: Checklist | undefined, assetId: string): Badge | null {
  const levels = checklist?.items.filter((line) => line.assetId === assetId).map((line) => line.level) ?? [];
  if (levels.includes('required')) return 'red';
  if (levels.includes('recommended')) return 'amber';
  return levels.includes('met') ? 'green' : null;
}

export const badgeWords: Record<Badge, MessageDescriptor> = {
  green: msg`Meets recommendations`,
  amber: msg`Usable, below recommended quality`,
  red: msg`Doesn’t meet requirements`,
};

/** Moves an item of a list; an index outside the list means its end. */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const rest = all.filter((_, index) => index !== from);
  const one = all[from];
  if (one === undefined) return rest;
  rest.splice(Math.max(0, Math.min(to, rest.length)), 0, one);
  return rest;
}

/** The displayed size after the crop, in pixels. */
export function croppedSize({ width, height, crop }: PostAsset): { width: number; height: number } | null {
  if (!width || !height) return null;
  return {
    width: Math.max(1, Math.round(width * (crop?.width ?? 1))),
    height: Math.max(1, Math.round(height * (crop?.height ?? 1))),
  };
}
