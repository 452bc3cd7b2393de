const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader sees as one character each. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const encoder = new TextEncoder();

export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}

const textStyle = 0xfe0e;
const emojiStyle = 0xfe0f;
const keyCap = 0x20e3;

/** The characters below U+1F000 that are shown as emoji by default. */
const byThemselves = /^\p{Emoji_Presentation}/u;

/** Tells emoji from letters by the whole sequence, as the server does. */
export function isEmoji(grapheme: string): boolean {
  const points = Array.from(grapheme, (rune) => rune.codePointAt(0) ?? 0);
  if (points.includes(textStyle)) return false;
  if (points.includes(emojiStyle) || points.includes(keyCap)) return true;
  const [first = 0] = points;
  return first >= 0x1f000 ? first <= 0x1faff : byThemselves.test(grapheme);
}
