import { expect, test } from 'vitest';
import { sayNotice } from './notices';

const berlin = { timeZone: 'Europe/Berlin' };

test('A time that the clock skips is said with the one that the post has', () => {
  const members = { ...berlin, wanted: '2027-03-28T02:30', localTime: '2027-03-28T03:30' };
  expect(sayNotice({ code: 'timeSkipped', text: 'English', members } as never)).toMatch(
    /^2:30\sAM doesn’t exist on .*28.* in Berlin .*3:30\sAM\.$/,
  );
});

test('Of a time that comes twice it is said which one is meant', () => {
  const say = (laterOccurrence: boolean) =>
    sayNotice({
      code: 'timeDoubled',
      text: 'English',
      members: { ...berlin, localTime: '2026-10-25T02:30', laterOccurrence },
    } as never);
  expect(say(false)).toContain('the first one');
  expect(say(true)).toContain('the second one');
});

test('What isn’t known here is said in English', () => {
  expect(
    sayNotice({ code: 'new', text: 'The server says.', members: { ...berlin, localTime: 'x' } } as never),
  ).toBe('The server says.');
});
