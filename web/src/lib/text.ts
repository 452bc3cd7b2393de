/** Marks that their languages also omit, and invisible ones; the same as in the server's SearchText. */
const optional = new RegExp(
  String.raw`[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f` +
    String.raw`\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]`,
  'g',
);
const invisible =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}\u115f\u1160\u17b4\u17b5\u3164\uffa0]|\u034f/gu;
const noCharacter = /[\p{Cs}\p{Noncharacter_Code_Point}]/gu;
const special: Record<string, string> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  '\u0649': '\u064a',
  '\u06cc': '\u064a',
  '\u06a9': '\u0643',
};
const specials = new RegExp(`[${Object.keys(special).join('')}]`, 'g');

/** For searching: ignores case, accents, width, invisible characters and the script of digits. */
export function foldText(text: string): string {
  return lower(text.replace(noCharacter, '').normalize('NFKC'))
    .normalize('NFD')
    .replace(invisible, '')
    .replace(optional, '')
    .replace(specials, (letter) => special[letter] ?? letter)
    .replace(/\p{Nd}/gu, digitOf)
    .normalize('NFC');
}

/** Names with the same identity are one name; an accent makes a different one. */
export function identityOf(text: string): string {
  return lower(text.replace(noCharacter, '').normalize('NFKC')).replace(invisible, '').normalize('NFC');
}

/** Removes invisible characters, except joiners and tags, which hold words and emoji together. */
export function withoutInvisible(text: string): string {
  return text
    .replace(noCharacter, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) =>
      /\u200c|\u200d|[\u{e0020}-\u{e007f}]/u.test(one) ? one : '',
    );
}

// Character by character, as on the server: a whole text would turn ß into two letters and a final sigma into a different one.
function lower(text: string): string {
  return Array.from(text, (one) => {
    const upper = one.toUpperCase();
    return ([...upper].length === 1 ? upper : one).toLowerCase();
  })
    .join('')
    .replaceAll('i\u0307', 'i')
    .replaceAll('ı', 'i');
}

// A script's digits are contiguous: ten code points, starting at its zero.
function digitOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (zero > point - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(point - zero);
}
