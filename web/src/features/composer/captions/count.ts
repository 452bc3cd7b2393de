import type { CaptionUnit } from '@/api/types';
import { addressLength, anyAddress, withProtocol } from './addresses';
import { blueskyText } from './bluesky';
import { bytesOf, graphemesOf, isEmoji } from './graphemes';

/** Counts by the same rules as the server. */
export function countIn(unit: CaptionUnit, text: string): number {
  switch (unit) {
    case 'utf16':
      return text.length;
    case 'utf8Bytes':
      return bytesOf(text);
    case 'graphemes':
      return graphemesOf(text).length;
    case 'blueskyGraphemes':
      return graphemesOf(blueskyText(text)).length;
    case 'xWeighted':
      return xWeight(text);
    case 'mastodonCharacters':
      return graphemesOf(mastodonText(text)).length;
    case 'threadsCharacters':
      return sum(graphemesOf(text), (one) => (isEmoji(one) ? bytesOf(one) : [...one].length));
  }
}

export function hashtagsIn(text: string): number {
  return text.replace(anyAddress, ' ').match(hashtag)?.length ?? 0;
}

/**
 * A number sign at the start or after anything but a letter, followed by letters and digits that are not all digits.
 * The number sign of a keycap emoji (#️⃣) starts no hashtag.
 */
const hashtag = new RegExp(
  String.raw`(?<![\p{L}\p{N}_&]|(?![\uFE0E\uFE0F])\p{M})[#＃](?![\uFE0F\u20E3])` +
    String.raw`(?=[\p{N}_]*(?![\uFE00-\uFE0F\u20D0-\u20FF])[\p{L}\p{M}])[\p{L}\p{M}\p{N}_]+`,
  'gu',
);

/** Of `@name@server` only the name counts. */
const mention = /(?<![\p{L}\p{N}_/=])(@[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@[\p{L}\p{N}.-]+[\p{L}\p{N}]/giu;

function mastodonText(text: string): string {
  return text.replace(withProtocol, 'x'.repeat(addressLength)).replace(mention, '$1');
}

/** The code points that weigh one: Latin to Georgian, spaces, punctuation. Anything else weighs two. */
const light = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
] as const;

/** As X's own library twitter-text does, in its third configuration. */
function xWeight(text: string): number {
  const composed = text.normalize('NFC');
  let weight = 0;
  let at = 0;
  for (const found of composed.matchAll(anyAddress)) {
    weight += weightOfWords(composed.slice(at, found.index)) + addressLength;
    at = found.index + found[0].length;
  }
  return weight + weightOfWords(composed.slice(at));
}

// An emoji of many parts (people, joiners, a skin tone) counts as one; any other cluster counts by its code points.
function weightOfWords(text: string): number {
  return sum(graphemesOf(text), (one) => (isEmoji(one) ? 2 : sum([...one], weightOfRune)));
}

function weightOfRune(rune: string): number {
  const point = rune.codePointAt(0) ?? 0;
  return light.some(([first, last]) => point >= first && point <= last) ? 1 : 2;
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
