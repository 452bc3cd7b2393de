import { describe, expect, it } from 'vitest';
import { daysLeft, daysLeftInWords } from './queries';

describe('the trash', () => {
  const trashedAt = '2026-11-01T12:00:00Z';

  it('counts the days that are left, and never below none', () => {
    expect(daysLeft(trashedAt, Date.parse('2026-11-01T12:00:01Z'))).toBe(30);
    expect(daysLeft(trashedAt, Date.parse('2026-11-30T13:00:00Z'))).toBe(1);
    expect(daysLeft(trashedAt, Date.parse('2027-01-01T00:00:00Z'))).toBe(0);
  });

  it('says so in words', () => {
    expect([0, 1, 12].map(daysLeftInWords)).toEqual(['Last day', '1 day left', '12 days left']);
  });
});
