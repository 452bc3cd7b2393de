/**
 * The only way to formats of dates, kept by scripts/boundaries.mjs. Browsers in Iran, Thailand or Saudi Arabia count years and
 * months by another calendar than the data, whose months are Gregorian; the words and digits are the reader's own all the same.
 */
export function gregorian(options: Intl.DateTimeFormatOptions, locale?: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory' });
}

/** The reader's locale with that calendar, for what formats dates itself. */
export function gregorianLocale(language: string): string {
  return new Intl.Locale(language, { calendar: 'gregory' }).toString();
}

/** As the computer has it. */
export function timeZoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
