import { describe, expect, it } from 'vitest';
import { gregorian, gregorianLocale } from './locale';

const november = Date.UTC(2026, 10, 15);
const options: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
};

describe('Dates are Gregorian in every locale', () => {
  it.each([
    'fa-IR',
    'th-TH',
    'ar-SA',
    'ja-JP-u-ca-japanese',
    'he-IL-u-ca-hebrew',
    'ckb-IR',
    'ps-AF',
    'uz-AF',
    'en-US-u-ca-buddhist',
    'zh-TW-u-ca-roc',
    'am-ET-u-ca-ethiopic',
  ])('%s', (locale) => {
    for (const format of [
      gregorian(options, locale),
      new Intl.DateTimeFormat(gregorianLocale(locale), options),
    ]) {
      expect(format.resolvedOptions().calendar).toBe('gregory');
      const plain = new Intl.NumberFormat(locale, { useGrouping: false }).format(2026);
      expect(format.format(november)).toContain(plain);
    }
  });

  it('keeps the digits of the reader', () => {
    expect(gregorian({ year: 'numeric', timeZone: 'UTC' }, 'fa-IR').format(november)).toContain('۲۰۲۶');
    expect(gregorian({ year: 'numeric', timeZone: 'UTC' }, 'th-TH').format(november)).not.toContain('2569');
  });
});
