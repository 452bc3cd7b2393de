import { t } from '@lingui/core/macro';
import { formatFrameRate } from '@/lib/format';
import { inLanguage } from '@/lib/locale';

const unit = (name: string, unitDisplay: 'short' | 'long' = 'short') =>
  inLanguage(
    (locale) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: 1 }),
  );
const units = {
  kB: unit('kilobyte'),
  MB: unit('megabyte'),
  GB: unit('gigabyte'),
  // Long, because a short one may end with a full stop, as the sentence does.
  hours: unit('hour', 'long'),
  minutes: unit('minute', 'long'),
  seconds: unit('second', 'long'),
};
const upToTwo = inLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
const choices = inLanguage((locale) => new Intl.ListFormat(locale, { type: 'disjunction' }));

/**
 * What breaks a limit is rounded away from it, and the limit to the safe side, so that no sentence says "8 MB; at most 8 MB". The server
 * does the same in `PlainFigures`.
 */
export type Rounding = 'up' | 'down';

export function bytesOf(bytes: number, rounding: Rounding): string {
  if (bytes < 1_000_000) return units.kB().format(rounded(bytes / 1000, rounding));
  if (bytes < 1_000_000_000) return units.MB().format(rounded(bytes / 100_000, rounding) / 10);
  return units.GB().format(rounded(bytes / 100_000_000, rounding) / 10);
}

export function secondsOf(seconds: number, rounding: Rounding): string {
  // Rounding to a millisecond first keeps the floating-point error of 0.1 × 10 from making it 1.1.
  const tenths = rounded(Math.round(seconds * 1000) / 100, rounding);
  const whole = Math.floor(tenths / 10);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = Math.round(tenths - (hours * 3600 + minutes * 60) * 10) / 10;
  return [
    hours > 0 && units.hours().format(hours),
    minutes > 0 && units.minutes().format(minutes),
    (rest > 0 || tenths === 0) && units.seconds().format(rest),
  ]
    .filter(Boolean)
    .join(' ');
}

const familiar = [
  [1, 1],
  [5, 4],
  [4, 3],
  [3, 2],
  [16, 9],
  [2, 1],
  [21, 9],
  [3, 1],
] as const;

/** "9:16" if people know the ratio by such a name, otherwise "1.91:1". */
export function aspectOf(aspect: number): string {
  const isNear = (shape: number) => Math.abs(aspect / shape - 1) < 0.004;
  for (const [width, height] of familiar) {
    if (isNear(width / height)) return shape(width, height);
    if (isNear(height / width)) return shape(height, width);
  }
  return aspect >= 1 ? shape(aspect, 1) : shape(1, 1 / aspect);
}

const shape = (width: number, height: number) => `${upToTwo().format(width)}:${upToTwo().format(height)}`;

export const rateOf = formatFrameRate;

export function oneOf(parts: readonly string[]): string {
  return choices().format([...new Set(parts)]);
}

const names: Record<string, string> = {
  h265: 'HEVC',
  hvc1: 'HEVC',
  hev1: 'HEVC',
  avc: 'H.264',
  avc1: 'H.264',
  h264: 'H.264',
  av01: 'AV1',
  vp09: 'VP9',
  mp4a: 'AAC',
  webp: 'WebP',
  webm: 'WebM',
  prores: 'ProRes',
  dnxhr: 'DNxHD',
  dnxhd: 'DNxHD',
  cineform: 'CineForm',
  mjpeg: 'Motion JPEG', // untranslated: a name
  mpeg4: 'MPEG-4',
  opus: 'Opus',
  vorbis: 'Vorbis',
};

/** What people call a format or a codec. */
export function mediaName(name: string): string {
  if (name === 'image/*') return t`any picture`;
  if (name === 'video/*') return t`any video`;
  const known = names[name.toLowerCase()];
  return known ?? (name.toLowerCase().startsWith('pcm_') ? 'PCM' : name.toUpperCase());
}

function rounded(value: number, rounding: Rounding): number {
  return rounding === 'up' ? Math.ceil(value) : Math.floor(value);
}
