import { gregorian, inLanguage, timeZoneHere } from './locale';

/** A local time without a zone: `2026-11-25T09:00`. */
export type WallTime = string;

export interface Planned {
  utc: number;
  /** What the clock there will show; not the requested time if the clock skips that. */
  shown: WallTime;
  /** Whether the clock skips the time or shows it twice. */
  change: 'missing' | 'doubled' | null;
}

const day = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = gregorian(
      {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
      },
      'en-GB-u-nu-latn',
    );
    formats.set(zone, format);
  }
  return format;
}

/** The local time in a zone at a moment in UTC milliseconds. */
export function wallTimeAt(utc: number, zone: string): WallTime {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(utc)) parts[type] = value;
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** In milliseconds, as if the wall time were in UTC. */
export function asUtc(wall: WallTime): number {
  return Date.parse(`${wall}Z`);
}

function offsetAt(utc: number, zone: string): number {
  return asUtc(wallTimeAt(utc, zone)) - Math.floor(utc / 60_000) * 60_000;
}

/** The moment of a wall time by the rules of its zone, computed as on the server. */
export function planIn(zone: string, wall: WallTime, second = false): Planned {
  const local = asUtc(wall);
  const before = offsetAt(local - day, zone);
  const after = offsetAt(local + day, zone);
  const moments = [...new Set([before, after])]
    .map((offset) => local - offset)
    .filter((utc) => utc + offsetAt(utc, zone) === local)
    .sort((a, b) => a - b);
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined) {
    const utc = local - before;
    return { utc, shown: wallTimeAt(utc, zone), change: 'missing' };
  }
  return { utc: second ? last : first, shown: wall, change: moments.length > 1 ? 'doubled' : null };
}

/** Browsers still use names that the time zone database has since replaced. */
const renamed: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

export function ownZone(): string {
  const timeZone = timeZoneHere();
  return renamed[timeZone] ?? timeZone;
}

/** The zones the browser knows, by their current names. */
export function allZones(): string[] {
  const known = Intl.supportedValuesOf('timeZone').map((zone) => renamed[zone] ?? zone);
  return [...new Set([ownZone(), ...known, 'UTC'])].sort();
}

/** "Europe/Berlin" → "Berlin". */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** A zone's offset from UTC at a moment: "GMT+1". */
export function offsetName(zone: string, utc: number): string {
  const minutes = offsetAt(utc, zone) / 60_000;
  if (minutes === 0) return 'GMT';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `GMT${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

const dayOptions = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const timeOptions = { hour: 'numeric', minute: '2-digit' } as const;
const clock = inLanguage(() => gregorian({ timeStyle: 'short', timeZone: 'UTC' }));
const wallDay = inLanguage(() => gregorian(dayOptions));
const wallDayOfYear = inLanguage(() => gregorian({ ...dayOptions, year: 'numeric' }));
const dayAndTime = inLanguage(() => gregorian({ ...dayOptions, ...timeOptions }));
const dayOfYearAndTime = inLanguage(() => gregorian({ ...dayOptions, ...timeOptions, year: 'numeric' }));

/** "Thu 3 Dec, 09:00", in the reader's order and clock; with the year unless it is the current one. */
export function formatWallTime(wall: WallTime): string {
  return shortly(isThisYear(wall) ? dayAndTime() : dayOfYearAndTime(), wall);
}

export function formatWallDay(wall: WallTime): string {
  return shortly(isThisYear(wall) ? wallDay() : wallDayOfYear(), wall);
}

/** Without the comma after the weekday, which says nothing where there is little room; the hour as on a clock of its own, such as 09. */
function shortly(format: Intl.DateTimeFormat, wall: WallTime): string {
  const moment = asUtc(wall);
  const hour = clock()
    .formatToParts(moment)
    .find(({ type }) => type === 'hour')?.value;
  const parts = format.formatToParts(moment).map(({ type, value }) => (type === 'hour' ? hour : value));
  return parts.join('').replace(/^(\p{L}+\.?),/u, '$1');
}

function isThisYear(wall: WallTime): boolean {
  return Number(wall.slice(0, 4)) === new Date().getFullYear();
}

export function formatWallClock(wall: WallTime): string {
  return clock().format(asUtc(wall));
}
