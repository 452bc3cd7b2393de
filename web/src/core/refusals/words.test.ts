import { expect, test } from 'vitest';
import fields from '../../../../server/Magpie.Tests/Conventions/field-errors.json';
import samples from '../../../../server/Magpie.Tests/Conventions/refusals.json';
import { words } from './words';

// A server test keeps both lists complete.
test.each(fields)('of a field, $code is said', ({ code, members }) => {
  expect(words.field(code, members)).toMatch(/^\p{Lu}.*[.]$/su);
});

test.each(samples)('$code $members.reason says all that the server tells of it', ({ code, members }) => {
  const sentence = words.refusal(code, members);
  expect(sentence).toMatch(/^[\p{Lu}*\d].*[.]$/su);
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
  const file = (members as { file?: string }).file;
  if (file && sentence?.includes('*')) expect(sentence).toContain(`*${file}*`);
});

test('numbers are said in the reader’s units, and rounded away from the limit', () => {
  expect(
    words.refusal('too-large', { file: 'a.jpg', kind: 'image', bytes: 20_000_001, limitBytes: 20_000_000 }),
  ).toBe(
    '*a.jpg* is 20.1 MB. Pictures can be up to 20 MB. Export it smaller, or ask an admin to raise the limit.',
  );
  expect(words.refusal('locked-out', { retryAfterSeconds: 59 })).toBe(
    'Too many wrong passwords. Try again in 1 minute.',
  );
  expect(words.refusal('locked-out', { retryAfterSeconds: 290 })).toBe(
    'Too many wrong passwords. Try again in 5 minutes.',
  );
  expect(words.refusal('too-many-uploads', { limit: 1200 })).toContain('1,200 uploads');
});

test('what was not made because of something else says that', () => {
  const members = { cause: 'decoder-timeout', file: 'clip.mp4', seconds: 90 };
  expect(words.refusal('file-not-made', members)).toBe(
    '*clip.mp4* took longer than 1 minute 30 seconds to process. Retry, or export it smaller.',
  );
});

test('an unknown code, and one without its values, leave the word to the server', () => {
  expect(words.refusal('from-the-future', {})).toBeNull();
  expect(words.refusal('too-large', { file: 'a.jpg', bytes: 3 })).toBeNull();
  expect(words.field('length', {})).toBeNull();
});

test('what something else answered in place of the server is said to be that', () => {
  expect(words.refusal('unknown', { status: 200 })).toMatch(/answered in its place/);
});
