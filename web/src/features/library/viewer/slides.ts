import type { GenericSlide, Slide } from 'yet-another-react-lightbox';
import type { Asset } from '@/api/types';
import { renditionOf } from '@/core/assets/asset';

/** A slide for an asset that cannot be shown, or not yet. Without an asset, it is still loading. */
export interface UnreadySlide extends GenericSlide {
  type: 'unready';
  asset?: Asset;
}

declare module 'yet-another-react-lightbox' {
  interface SlideTypes {
    unready: UnreadySlide;
  }
}

/** `sharp` adds the original, which the viewer then loads behind the preview. */
export function slideOf(asset: Asset, sharp: boolean): Slide {
  const width = asset.width ?? undefined;
  const height = asset.height ?? undefined;
  const preview = renditionOf(asset, 'preview', 'poster', 'thumb');
  if (asset.status === 'failed' && !preview) return { type: 'unready', asset };

  if (asset.kind === 'video') {
    if (width === undefined) return { type: 'unready', asset };
    const playback = renditionOf(asset, 'playback');
    const src = playback?.url ?? asset.original.url;
    // Browsers play QuickTime files with H.264 but reject their media type, so they are told MP4.
    const type = playback?.mediaType ?? (asset.format === 'mov' ? 'video/mp4' : asset.mediaType);
    return {
      type: 'video',
      width,
      height,
      poster: renditionOf(asset, 'poster', 'preview')?.url,
      sources: [{ src, type }],
    };
  }

  const alt = asset.altText ?? asset.name;
  // Renditions are still pictures, so an animation is shown from its original.
  if (asset.animated) return { src: asset.original.url, alt, width, height };
  if (!preview) {
    return asset.status === 'processing'
      ? { type: 'unready', asset }
      : { src: asset.original.url, alt, width, height };
  }
  const small = { src: preview.url, width: preview.width ?? 1600, height: preview.height ?? 1600 };
  const srcSet =
    sharp && width && height && width > small.width
      ? [small, { src: asset.original.url, width, height }]
      : [small];
  return { src: small.src, alt, width: width ?? small.width, height: height ?? small.height, srcSet };
}
