import list from './languages.json';

export interface Language {
  code: string;
  /** In the language itself. */
  name: string;
  rtl?: boolean;
}

/** The complete languages. The first is the fallback if the browser prefers none of them. */
export const languages: readonly [Language, ...Language[]] = list as [Language, ...Language[]];

const key = 'magpie-language';
let current = languageOf(rememberedLanguage());
let tag = tagOf(current);

/** The language of the page: the member's choice, or else what the browser prefers. */
export function language(): Language {
  return current;
}

/** The same for `Intl`: the browser's own tag where that is more specific, such as en-GB. */
export function locale(): string {
  return tag;
}

export function setLanguage(next: Language): void {
  current = next;
  tag = tagOf(next);
  document.documentElement.lang = next.code;
  document.documentElement.dir = next.rtl ? 'rtl' : 'ltr';
}

/** The language for a choice; null means what the browser prefers. */
export function languageOf(choice: string | null): Language {
  return (choice === null ? undefined : closest(choice)) ?? ofBrowser();
}

/** The choice this browser remembers, for the pages before sign-in. */
export function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage may be disabled.
    return null;
  }
}

export function rememberLanguage(choice: string | null): void {
  try {
    if (choice === null) localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    // As above; the choice then lasts as long as the page.
  }
}

function ofBrowser(): Language {
  for (const wanted of preferred()) {
    const found = closest(wanted);
    if (found) return found;
  }
  return languages[0];
}

/** "de-AT" is German, and "pt" Brazilian Portuguese as long as there is no other one. */
export function closest(wanted: string): Language | undefined {
  const tag = wanted.toLowerCase();
  return (
    languages.find(({ code }) => code.toLowerCase() === tag) ??
    languages.find(({ code }) => baseOf(code) === baseOf(tag))
  );
}

/** With the region, which decides how dates and times are written: English in Denmark is not formatted as in the United States. */
function tagOf({ code }: Language): string {
  const own = preferred().find((wanted) => baseOf(wanted) === baseOf(code));
  const region = preferred().map((wanted) => new Intl.Locale(wanted).region)[0];
  const tag = own ?? (code.includes('-') || !region ? code : `${code}-${region}`);
  // Arabic has two systems of digits, by region. Fields for times and the time of a video know only one, so that is everybody's.
  return baseOf(code) === 'ar' ? new Intl.Locale(tag, { numberingSystem: 'latn' }).toString() : tag;
}

/** What the browser prefers. Some systems put tags into it that no formatter takes, such as `en_US` or `*`. */
function preferred(): readonly string[] {
  return (globalThis.navigator?.languages ?? []).map((tag) => tag.replaceAll('_', '-')).filter(isTag);
}

function isTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}

function baseOf(code: string): string {
  return code.split('-', 1)[0] ?? code;
}

/**
 * The only way to create date formats; scripts/boundaries.mjs enforces it. Browsers in Iran, Thailand or Saudi Arabia default to another
 * calendar, but the months in our data are Gregorian. Words remain the reader's own.
 */
export function gregorian(options: Intl.DateTimeFormatOptions, of = tag): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(of, { ...options, calendar: 'gregory' });
}

/** The reader's locale with that calendar, for code that formats dates itself. */
export function gregorianLocale(of = tag): string {
  return new Intl.Locale(of, { calendar: 'gregory' }).toString();
}

/**
 * A formatter, created on first use and again after the language changes: each costs the browser milliseconds, which the first page cannot
 * spare.
 */
export function inLanguage<Made>(make: (locale: string) => Made): () => Made {
  let made: { tag: string; value: Made } | undefined;
  return () => {
    if (made?.tag !== tag) made = { tag, value: make(tag) };
    return made.value;
  };
}

/** The time zone of this computer. */
export function timeZoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
