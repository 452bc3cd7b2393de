import { describe, expect, it } from 'vitest';
import { formatWallTime, offsetName, planIn, wallTimeAt } from './zones';

const utc = (text: string) => Date.parse(text);

describe('Wall time', () => {
  it.each([
    ['Europe/Berlin', '2026-03-28T09:00', '2026-03-28T08:00Z'],
    ['Europe/Berlin', '2026-03-29T09:00', '2026-03-29T07:00Z'],
    ['Europe/Berlin', '2026-10-26T09:00', '2026-10-26T08:00Z'],
    ['America/New_York', '2026-03-08T09:00', '2026-03-08T13:00Z'],
    ['America/New_York', '2026-11-01T09:00', '2026-11-01T14:00Z'],
    ['Asia/Kolkata', '2026-11-01T09:00', '2026-11-01T03:30Z'],
    ['Australia/Lord_Howe', '2026-04-05T09:00', '2026-04-04T22:30Z'],
    ['Australia/Lord_Howe', '2026-10-04T09:00', '2026-10-03T22:00Z'],
    ['Pacific/Apia', '2026-03-29T09:00', '2026-03-28T20:00Z'],
  ])('stays what it is in %s on %s', (zone, wall, moment) => {
    expect(planIn(zone, wall)).toEqual({ utc: utc(moment), shown: wall, change: null });
    expect(wallTimeAt(utc(moment), zone)).toBe(wall);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T03:30'],
    ['America/New_York', '2026-03-08T02:15', '2026-03-08T03:15'],
    ['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-04T02:40'],
  ])('that is jumped over in %s on %s is what it would have been', (zone, wall, shown) => {
    expect(planIn(zone, wall)).toMatchObject({ shown, change: 'missing' });
  });

  it('that is jumped over with its whole day is on the next one', () => {
    expect(planIn('Pacific/Apia', '2011-12-30T09:00')).toMatchObject({
      shown: '2011-12-31T09:00',
      change: 'missing',
    });
  });

  it.each([
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30Z', '2026-10-25T01:30Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30Z', '2026-11-01T06:30Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45Z', '2026-04-04T15:15Z'],
  ])(
    'that comes twice in %s on %s is the first one unless the second is meant',
    (zone, wall, first, last) => {
      expect(planIn(zone, wall)).toEqual({ utc: utc(first), shown: wall, change: 'doubled' });
      expect(planIn(zone, wall, true)).toEqual({ utc: utc(last), shown: wall, change: 'doubled' });
    },
  );

  it('is written as people say it', () => {
    expect(formatWallTime('2031-12-04T09:00')).toContain('2031');
    expect(offsetName('Asia/Kolkata', 0)).toBe('GMT+5:30');
    expect(offsetName('America/New_York', utc('2026-12-01T00:00Z'))).toBe('GMT−5');
  });
});
