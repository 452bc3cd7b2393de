/** X and Mastodon both count an address as this many characters, however long it is. */
export const addressLength = 23;

// More labels than any domain has: without a limit, a text of nothing but dots and letters would take minutes.
const domain = String.raw`(?:[\p{L}\p{N}](?:[\p{L}\p{N}_\-]{0,61}[\p{L}\p{N}])?\.){1,20}`;

// Punctuation at the end belongs to the sentence; a closing bracket belongs to the path only with its opening one.
const path = String.raw`(?::\d+)?(?:[/?#](?:[^\s()<>"'“”‘’]*(?:\([^\s()<>]*\))?)*(?<![.,;:!?'"*]))?`;

const knownEnds =
  'com|org|net|edu|gov|mil|int|info|biz|name|pro|aero|coop|museum|jobs|mobi|travel|tel|cat|asia|post|xxx|' +
  'app|dev|page|blog|shop|store|online|site|website|web|tech|cloud|digital|media|social|news|live|video|' +
  'photo|photos|pics|art|design|studio|gallery|music|film|movie|tv|fm|agency|marketing|company|group|team|' +
  'global|world|today|club|space|fun|game|games|events|tickets|hotel|restaurant|cafe|bar|pizza|wine|beer|' +
  'fashion|style|beauty|fitness|yoga|health|care|clinic|money|finance|bank|capital|ventures|academy|school|' +
  'university|education|berlin|hamburg|koeln|cologne|wien|paris|london|nyc|tokyo|amsterdam|barcelona|madrid|' +
  'istanbul|moscow|sydney|melbourne|xyz|top|link|click|bio|how|wiki|one|ink|a[c-gilmoqrstuwxz]|' +
  'b[abd-jmnorstvwyz]|c[acdf-ik-oruvwxyz]|d[ejkmoz]|e[cegrstu]|f[ijkmor]|g[abdefghilmnpqrstuwy]|h[kmnrtu]|' +
  'i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]|m[acdeghk-z]|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|' +
  'r[eosuw]|s[a-eg-orstuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]';

/** Addresses with `https://` or `http://`. */
export const withProtocol = new RegExp(
  String.raw`(?<![\p{L}\p{N}@$#])https?://${domain}\p{L}[\p{L}\p{N}\-]*${path}`,
  'giu',
);

/**
 * Also addresses without it, but only under the top-level domains of countries or well-known ones; otherwise every typing error would be an
 * address.
 */
export const anyAddress = new RegExp(
  String.raw`(?<![\p{L}\p{N}@$#./_\-])` +
    String.raw`(?:https?://${domain}\p{L}[\p{L}\p{N}\-]*|${domain}(?:${knownEnds})(?![\p{L}\p{N}@_\-]|\.[\p{L}\p{N}]))${path}`,
  'giu',
);
