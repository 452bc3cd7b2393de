import list from './languages.json';

export interface Language {
  code: string;
  /** As it calls itself. */
  name: string;
  rtl?: boolean;
}

/** Those that are complete; the first one is spoken where none of them is preferred. */
export const languages: readonly [Language, ...Language[]] = list as [Language, ...Language[]];

const key = 'magpie-language';
let current = languageOf(rememberedLanguage());
let tag = tagOf(current);

/** What the page speaks: the member's choice, else what the browser prefers. */
export function language(): Language {
  return current;
}

/** The same for `Intl`: as the browser has it where it knows more, such as en-GB. */
export function locale(): string {
  return tag;
}

export function setLanguage(next: Language): void {
  current = next;
  tag = tagOf(next);
  document.documentElement.lang = next.code;
  document.documentElement.dir = next.rtl ? 'rtl' : 'ltr';
}

/** The language of a choice; null is what the browser prefers. */
export function languageOf(choice: string | null): Language {
  const found = choice === null ? undefined : languages.find(({ code }) => code === choice);
  return found ?? ofBrowser();
}

/** The choice that this browser remembers, for the pages before somebody is signed in. */
export function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage may be switched off.
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
    const found =
      languages.find(({ code }) => code === wanted) ??
      languages.find(({ code }) => baseOf(code) === baseOf(wanted));
    if (found) return found;
  }
  return languages[0];
}

/** With the country, which decides how days and hours are written: English in Denmark is not that of the United States. */
function tagOf({ code }: Language): string {
  const own = preferred().find((wanted) => baseOf(wanted) === baseOf(code));
  const region = preferred().map((wanted) => new Intl.Locale(wanted).region)[0];
  return own ?? (code.includes('-') || !region ? code : `${code}-${region}`);
}

function preferred(): readonly string[] {
  return globalThis.navigator?.languages ?? [];
}

function baseOf(code: string): string {
  return code.split('-', 1)[0] ?? code;
}

/**
 * The only way to formats of dates, kept by scripts/boundaries.mjs. Browsers in Iran, Thailand or Saudi Arabia count years and
 * months by another calendar than the data, whose months are Gregorian; the words and digits are the reader's own all the same.
 */
export function gregorian(options: Intl.DateTimeFormatOptions, of = tag): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(of, { ...options, calendar: 'gregory' });
}

/** The reader's locale with that calendar, for what formats dates itself. */
export function gregorianLocale(of = tag): string {
  return new Intl.Locale(of, { calendar: 'gregory' }).toString();
}

/**
 * A formatter, made when it is asked for the first time, and anew for another language: each takes the browser milliseconds,
 * which a first page has not.
 */
export function inLanguage<Made>(make: (locale: string) => Made): () => Made {
  let made: { tag: string; value: Made } | undefined;
  return () => {
    if (made?.tag !== tag) made = { tag, value: make(tag) };
    return made.value;
  };
}

/** As the computer has it. */
export function timeZoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
