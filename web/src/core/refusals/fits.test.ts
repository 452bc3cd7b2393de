import { expect, test } from 'vitest';
import samples from '../../../../server/Magpie.Tests/Conventions/reasons.json';
import { sayLine } from './checklist';
import { saidOf, sayReason } from './fits';

const reels = { surface: 'instagram.reel', surfaceName: 'Instagram Reels' };
const say = (code: string, members: object, required = true) =>
  saidOf(code, { ...reels, ...members }, required);

test('a reason says what is, what the surface allows, and what to do', () => {
  expect(say('maxSeconds', { actual: 95.04, max: 90 })).toEqual({
    sentence: '1 minute 35.1 seconds. Maximum for Instagram Reels: 1 minute 30 seconds.',
    change: 'Trim it',
  });
  expect(say('maxBytes', { actual: 8_000_001, max: 8_000_000 }, false)).toEqual({
    sentence: '8.1 MB. Recommended for Instagram Reels: at most 8 MB.',
    change: 'Export it smaller',
  });
  expect(say('format', { actual: 'webp', wanted: ['jpeg', 'png', 'gif'] })).toEqual({
    sentence: 'WebP. Allowed for Instagram Reels: JPEG, PNG, or GIF.',
    change: 'Export it as JPEG',
  });
  expect(say('aspect', { width: 1920, height: 1080, min: 0.8, max: 1, nearest: 1 })).toEqual({
    sentence: '1920 × 1080 (16:9). Allowed for Instagram Reels: 4:5 to 1:1.',
    change: 'Crop to 1:1',
  });
  expect(
    say('minSize', { width: 100, height: 50, minWidth: 640, minHeight: 360, eitherOrientation: true }),
  ).toEqual({
    sentence: '100 × 50. Minimum for Instagram Reels: 640 × 360 in either orientation.',
    change: 'Export it larger',
  });
  expect(say('maxSize', { width: 9000, height: 50, maxWidth: 8192, maxHeight: null })?.sentence).toBe(
    '9000 × 50. Maximum for Instagram Reels: 8,192 px wide.',
  );
});

test('advice about the size says the nearest one, or the shape to crop to', () => {
  const members = { width: 1080, height: 1080, sizes: [[1080, 1920]], aspect: 0.5625, nearest: [1080, 1920] };
  expect(say('recommendedSize', { ...members, crop: true }, false)).toEqual({
    sentence: '1080 × 1080. Recommended for Instagram Reels: 1080 × 1920.',
    change: 'Crop to 9:16',
  });
  expect(say('recommendedSize', { ...members, crop: false }, false)?.change).toBe(
    'Export it at 1080 × 1920 or larger',
  );
});

test('a code that is not known stays as the server said it', () => {
  const reason = { required: true, members: {}, sentence: 'It glows; it must not.', change: 'Dim it.' };
  expect(sayReason({ ...reason, code: 'glow' })).toEqual({
    sentence: reason.sentence,
    change: reason.change,
  });
  expect(sayReason({ ...reason, code: 'maxBytes' }).sentence).toBe(reason.sentence);
});

test('the checklist counts files and characters', () => {
  const line = (code: string, members: object, level: 'met' | 'required' = 'met') =>
    sayLine({ level, code, members: members as Record<string, unknown>, text: '', change: null });
  expect(line('mediaCount', { count: 1, max: 20 }).text).toBe('1 of 20 files');
  expect(line('captionLength', { count: 68, max: 3000, unit: 'characters' }).text).toBe(
    '68 of 3,000 characters',
  );
  expect(line('captionMissing', {}).text).toBe('No caption yet.');
  expect(
    line('captionTooLong', {
      count: 301,
      max: 300,
      unit: 'characters',
      networkName: 'X',
      note: 'linkLength',
      linkLength: 23,
    }),
  ).toEqual({
    text: 'The caption has 301 characters. X allows at most 300. (a link counts as 23)',
    change: 'Shorten it by 1',
  });
  expect(line('maxBytes', { ...reels, actual: 9e6, max: 8e6, file: 'a.mp4' }, 'required')).toEqual({
    text: '*a.mp4*: 9 MB. Maximum for Instagram Reels: 8 MB.',
    change: 'Export it smaller',
  });
});

test.each(samples)('$code says all that the server tells of it', ({ code, members }) => {
  const said = sayLine({
    level: 'required',
    code,
    members: members as Record<string, unknown>,
    text: '',
    change: null,
  });
  expect(said.text).not.toBe('');
  expect(`${said.text} ${said.change ?? ''}`).not.toMatch(/undefined|NaN|\[object/);
});
