import { gregorian } from './locale';
import { once } from './once';

const grouped = once(() => new Intl.NumberFormat());
const oneDecimal = once(
  () => new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const ungrouped = once(() => new Intl.NumberFormat(undefined, { useGrouping: false }));
const upToOneDecimal = once(() => new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }));
const monthAndYear = once(() => gregorian({ month: 'long', year: 'numeric', timeZone: 'UTC' }));
const shortMonthAndYear = once(() =>
  gregorian({
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }),
);
const dayAndTime = once(() => gregorian({ dateStyle: 'medium', timeStyle: 'short' }));
const dayAndTimeAnywhere = once(() =>
  gregorian({ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }),
);
const day = once(() => gregorian({ dateStyle: 'medium' }));

const MB = 1_000_000;

export function formatCount(value: number): string {
  return grouped().format(value);
}

/** A day or a year: in the reader's digits, without signs between. */
export function formatOrdinal(value: number): string {
  return ungrouped().format(value);
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < 100_000) return `${upToOneDecimal().format(bytes / 1000)} kB`;
  if (bytes >= 1000 * MB) return `${oneDecimal().format(bytes / (1000 * MB))} GB`;
  return `${oneDecimal().format(bytes / MB)} MB`;
}

/** A limit as a person writes it: "20 MB", "1.5 GB"; no decimals that say nothing. */
export function formatLimit(bytes: number): string {
  return bytes >= 1000 * MB
    ? `${upToOneDecimal().format(bytes / (1000 * MB))} GB`
    : `${upToOneDecimal().format(bytes / MB)} MB`;
}

export function formatMegabytes(bytes: number): string {
  return oneDecimal().format(bytes / MB);
}

/** 14 → "0:14", 3661 → "1:01:01". */
export function formatDuration(seconds: number): string {
  // What is shorter than a second is no nothing.
  const whole = seconds > 0 ? Math.max(1, Math.round(seconds)) : 0;
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** How long something will still take, in the largest unit that matters. */
export function formatRemaining(seconds: number): string {
  if (seconds < 1) return 'a moment left';
  if (seconds < 60) return `${Math.ceil(seconds)} s left`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min left`;
  return `${upToOneDecimal().format(seconds / 3600)} h left`;
}

/** "2026-11" → "November 2026". */
export function formatMonth(month: string): string {
  const [year, index] = month.split('-').map(Number);
  return monthAndYear().format(Date.UTC(year ?? 1970, (index ?? 1) - 1));
}

/** "2026-11" → "Nov 2026", where there is little room. */
export function formatShortMonth(month: string): string {
  const [year, index] = month.split('-').map(Number);
  return shortMonthAndYear().format(Date.UTC(year ?? 1970, (index ?? 1) - 1));
}

/** A time without a zone, "2023-12-30T23:04:21": the same wherever it is read. */
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
  return `${new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 }).format(rate)} fps`;
}

export function plural(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
