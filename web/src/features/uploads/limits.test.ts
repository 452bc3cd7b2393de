import { expect, test } from 'vitest';
import type { Limits } from '@/api/types';
import { hintOf, refusalOf, storageRefusal } from './limits';

const limits = { imageBytes: 20_000_000, videoBytes: 50_000_000 } as Limits;
const file = (name: string, size = 1000, type = '') => ({ name, size, type });

test('A format that Magpie does not keep is refused by its name', () => {
  expect(refusalOf(file('clip.avi'), limits)).toBe(
    'Magpie doesn’t support this format. Use JPEG, PNG, WebP, GIF, MP4, MOV or WebM.',
  );
});

test('A video above the limit says both sizes and what to do', () => {
  expect(refusalOf(file('holiday.mov', 61_400_000), limits)).toBe(
    'This file is 61.4 MB. Videos can be up to 50 MB. Export it smaller, or ask an admin to raise the limit.',
  );
});

test('One byte above the limit is told in bytes', () => {
  expect(refusalOf(file('a.jpg', 20_000_001), limits)).toContain(
    '20,000,001 bytes. Images can be up to 20 MB (20,000,000 bytes)',
  );
  expect(refusalOf(file('a.jpg', 20_000_000), limits)).toBeNull();
});

test('Extensions count in any case, and none at all leaves it to the server', () => {
  expect(hintOf('IMG_1.MP4', '')).toBe('video');
  expect(hintOf('photo', '')).toBe('unknown');
  expect(hintOf('photo', 'image/png')).toBe('image');
  expect(refusalOf(file('photo', 30_000_000), limits)).toBeNull();
  expect(refusalOf(file('photo', 60_000_000), limits)).toContain('60.0 MB');
});

test('An empty file is refused', () => {
  expect(refusalOf(file('a.png', 0), limits)).toContain('This file is empty');
});

test('A full storage names the limit, the use and the need', () => {
  expect(storageRefusal(1_200_000, { storageBytes: 49_800_000, storageLimitBytes: 50_000_000 })).toBe(
    'Storage is full: 49.8 MB of 50 MB used, and this file needs 1.2 MB. Delete unused files or change the plan.',
  );
  expect(storageRefusal(1_200_000, { storageBytes: 0, storageLimitBytes: null })).toBeNull();
});

test('A side file that was chosen by hand is refused with what to choose instead', () => {
  expect(refusalOf(file('IMG_1.AAE'), limits)).toBe(
    'This file goes with a photo or video. Upload the photo or video instead.',
  );
  expect(refusalOf(file('GX010001.LRV'), limits)).toContain('goes with a photo');
});
