import type { Surface, TextLimit } from '@/api/types';
import { countIn, hashtagsIn } from './captions/count';

export interface Counted {
  count: number;
  most: number;
  word: 'characters' | 'bytes' | 'hashtags';
  level: 'fine' | 'close' | 'over';
}

/** The share of a limit from which on a person should see that the end is near. */
const closeAt = 0.9;

function counted(count: number, most: number, word: Counted['word']): Counted {
  return { count, most, word, level: count > most ? 'over' : count >= most * closeAt ? 'close' : 'fine' };
}

export function countText(text: string, limit: TextLimit | null): Counted | null {
  if (!limit) return null;
  return counted(countIn(limit.unit, text), limit.most, limit.unit === 'utf8Bytes' ? 'bytes' : 'characters');
}

/** The limits of a caption, characters first; the others only if they are used or nearly reached. */
export function countCaption(surface: Surface | undefined, caption: string, firstComment: string): Counted[] {
  if (!surface) return [];
  const tags = hashtagsIn(caption) + hashtagsIn(firstComment);
  const bytes =
    surface.captionBytes == null
      ? null
      : counted(countIn('utf8Bytes', caption), surface.captionBytes, 'bytes');
  return [
    countText(caption, surface.caption),
    bytes?.level === 'fine' ? null : bytes,
    surface.hashtags == null || tags === 0 ? null : counted(tags, surface.hashtags, 'hashtags'),
  ].filter((one) => one !== null);
}
