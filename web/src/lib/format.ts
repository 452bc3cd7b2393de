import { t } from '@lingui/core/macro';
import { isolated, isRtl } from './direction';
import { gregorian, inLanguage } from './locale';

const number = (options?: Intl.NumberFormatOptions) =>
  inLanguage((locale) => new Intl.NumberFormat(locale, options));
const size = (unit: string, decimals: Intl.NumberFormatOptions) =>
  number({ style: 'unit', unit, ...decimals });
const date = (options: Intl.DateTimeFormatOptions) => inLanguage(() => gregorian(options));

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const upToOneDecimal = { maximumFractionDigits: 1 };
const grouped = number();
const ungrouped = number({ useGrouping: false });
const upToTwoDecimals = number({ maximumFractionDigits: 2 });
const megabytes = number(oneDecimal);
const bytes = size('byte', { unitDisplay: 'long' });
const kB = size('kilobyte', upToOneDecimal);
const exact = { MB: size('megabyte', oneDecimal), GB: size('gigabyte', oneDecimal) };
const rounded = {
  MB: size('megabyte', upToOneDecimal),
  GB: size('gigabyte', upToOneDecimal),
  hours: number(upToOneDecimal),
};
const list = inLanguage((locale) => new Intl.ListFormat(locale));
const monthAndYear = date({ month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonthAndYear = date({ month: 'short', year: 'numeric', timeZone: 'UTC' });
const dayAndTime = date({ dateStyle: 'medium', timeStyle: 'short' });
const dayAndTimeAnywhere = date({ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const day = date({ dateStyle: 'medium' });

const MB = 1_000_000;
const GB = 1000 * MB;

export function formatCount(value: number): string {
  return grouped().format(value);
}

/** A day or a year, in the reader's digits, without grouping. */
export function formatOrdinal(value: number): string {
  return ungrouped().format(value);
}

/** "1080 × 1350", in pixels. */
export function formatDimensions(width: number, height: number): string {
  // Between digits that are read from right to left, such as Arabic ones, the sign would turn the two around.
  const times = isRtl() ? '\u200e×\u200e' : '×';
  return isolated(`${formatOrdinal(width)} ${times} ${formatOrdinal(height)}`);
}

/** "Bluesky · Berlin · 4 posts": keeps the parts in order, whatever direction each runs in. */
export function joined(parts: readonly string[]): string {
  return parts.map(isolated).join(' · ');
}

export function formatBytes(size: number): string {
  if (size < 1000) return bytes().format(size);
  if (size < 100_000) return kB().format(size / 1000);
  return size >= GB ? exact.GB().format(size / GB) : exact.MB().format(size / MB);
}

/** A limit as people write it: "20 MB", "1.5 GB", without needless decimals. */
export function formatLimit(size: number): string {
  return size >= GB ? rounded.GB().format(size / GB) : rounded.MB().format(size / MB);
}

export function formatMegabytes(size: number): string {
  return megabytes().format(size / MB);
}

/** "a, b, c": several attributes of one thing. `Intl.ListFormat` would put an "and" before the last one in most languages. */
export function formatAttributes(parts: readonly string[]): string {
  return parts.join(
    t({ message: ', ', comment: 'between attributes of one thing: "beach.jpg, Image, 3 MB"' }),
  );
}

/** "a, b, and c". */
export function formatList(parts: readonly string[]): string {
  return list().format(parts);
}

/** 14 → "0:14", 3661 → "1:01:01". */
export function formatDuration(seconds: number): string {
  // Anything shorter than a second still shows as one.
  const whole = seconds > 0 ? Math.max(1, Math.round(seconds)) : 0;
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** The remaining time, in the largest unit that matters. */
export function formatRemaining(seconds: number): string {
  if (seconds < 1) return t`a moment left`;
  if (seconds >= 3600) {
    const hours = rounded.hours().format(seconds / 3600);
    return t`${hours} h left`;
  }
  const count = formatCount(Math.ceil(seconds < 60 ? seconds : seconds / 60));
  return seconds < 60 ? t`${count} s left` : t`${count} min left`;
}

/** "2026-11" → "November 2026". */
export function formatMonth(month: string): string {
  const [year, index] = month.split('-').map(Number);
  return monthAndYear().format(Date.UTC(year ?? 1970, (index ?? 1) - 1));
}

/** "2026-11" → "Nov 2026", for places with little room. */
export function formatShortMonth(month: string): string {
  const [year, index] = month.split('-').map(Number);
  return shortMonthAndYear().format(Date.UTC(year ?? 1970, (index ?? 1) - 1));
}

/** A local time without a zone, "2023-12-30T23:04:21": shown the same to every reader. */
export function formatCameraClock(local: string): string {
  return dayAndTimeAnywhere().format(new Date(`${local}Z`));
}

export function formatDateTime(iso: string): string {
  return dayAndTime().format(new Date(iso));
}

export function formatDate(iso: string): string {
  return day().format(new Date(iso));
}

export function formatFrameRate(rate: number): string {
  const count = upToTwoDecimals().format(rate);
  return t`${count} fps`;
}
