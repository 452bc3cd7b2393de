import type { PostAsset, Surface } from '@/api/types';
import { croppedSize } from '../media/media';

/** How a surface shows a post: text around the media, text over a tall screen, a pin, or a video with a title. */
export type Shape = 'feed' | 'tall' | 'pin' | 'wide';

const tallPlaces = ['reel', 'story', 'short'];

export function shapeOf(surface: Surface | undefined): Shape {
  const [network, place = ''] = surface?.key.split('.') ?? [];
  if (network === 'pinterest') return 'pin';
  if (network === 'youtube' && place === 'video') return 'wide';
  return network === 'tiktok' || tallPlaces.includes(place) ? 'tall' : 'feed';
}

/** Outside this range a feed would crop a picture, or fill the screen with it. */
const feedFrames: Record<string, [least: number, most: number]> = {
  'instagram.feed': [4 / 5, 1.91],
};
const anyFrame: [number, number] = [3 / 4, 1.91];

/** The aspect ratio of the box around the media, width divided by height. */
export function frameOf(shape: Shape, surface: Surface | undefined, first: PostAsset | undefined): number {
  if (shape === 'tall') return 9 / 16;
  if (shape === 'wide') return 16 / 9;
  const size = first && croppedSize(first);
  const aspect = size ? size.width / size.height : 1;
  const [least, most] = shape === 'pin' ? [1 / 2, 1.91] : (feedFrames[surface?.key ?? ''] ?? anyFrame);
  return Math.min(most, Math.max(least, aspect));
}

/** Whether a network's feed puts the text of a post above its media. */
export function areWordsAbove(surface: Surface | undefined): boolean {
  return surface?.key !== 'instagram.feed';
}
