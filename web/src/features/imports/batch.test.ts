import { expect, test } from 'vitest';
import type { Import } from '@/api/types';
import { begun, importedInWords, retried, shownOf, totalsOf } from './batch';

const item = (id: string, status: Import['status'], more: Partial<Import> = {}): Import => ({
  id,
  groupId: 'g',
  origin: 'url',
  url: 'https://a.example/1.jpg',
  name: id,
  status,
  receivedBytes: 0,
  totalBytes: null,
  format: null,
  failure: null,
  asset: null,
  duplicateOf: null,
  createdAt: '2026-01-01T00:00:00Z',
  endedAt: null,
  ...more,
});

test('Failures come first, and what was done before this visit is not shown', () => {
  const all = [
    item('w', 'waiting'),
    item('r', 'running'),
    item('d', 'done'),
    item('old', 'done'),
    item('f', 'failed'),
  ];
  expect(shownOf(all, new Set(['d'])).map(({ id }) => id)).toEqual(['f', 'r', 'w', 'd']);
});

test('A copy stays until it is decided about, also when it was done before this page looked', () => {
  const all = [item('old', 'done'), item('copy', 'done', { duplicateOf: 'x' })];
  expect(shownOf(all, new Set()).map(({ id }) => id)).toEqual(['copy']);
});

test('What failed counts for no bytes, and what came counts even where nothing was declared', () => {
  const totals = totalsOf(
    [
      item('r', 'running', { receivedBytes: 5 }),
      item('d', 'done', { receivedBytes: 10, totalBytes: 10, duplicateOf: 'x' }),
      item('f', 'failed', { receivedBytes: 7 }),
    ],
    new Set(['r', 'd', 'f']),
  );
  expect(totals).toMatchObject({ count: 3, open: 1, done: 1, failed: 1, duplicates: 1 });
  expect(totals).toMatchObject({ received: 15, bytes: 15, unknown: 1 });
});

test('The bar goes by bytes where all totals are known, and else by files', () => {
  const known = [
    item('r', 'running', { receivedBytes: 50, totalBytes: 100 }),
    item('w', 'waiting', { totalBytes: 300 }),
  ];
  expect(totalsOf(known, new Set(['r', 'w'])).progress).toBeCloseTo(50 / 400);
  const some = [...known, item('u', 'running', { receivedBytes: 7 }), item('f', 'failed')];
  expect(totalsOf(some, new Set(['r', 'w', 'u', 'f'])).progress).toBeCloseTo((1 + 0.5) / 4);
});

test('While something runs, what failed before it began is not counted with it', () => {
  const all = [item('r', 'running'), item('f', 'failed'), item('old', 'failed')];
  expect(totalsOf(all, new Set(['r', 'f']))).toMatchObject({ count: 2, open: 1, failed: 1 });
  expect(totalsOf(all, new Set(['r']))).toMatchObject({ count: 1, open: 1, failed: 0 });
  expect(totalsOf(all.slice(1), new Set())).toMatchObject({ count: 2, open: 0, failed: 2 });
});

test('What was just taken on is under way until the list says otherwise, and stands there once', () => {
  const begunNow = begun(
    [item('f', 'failed'), item('old', 'done')],
    [item('r', 'waiting'), item('f', 'waiting')],
  );
  expect(begunNow.map(({ id, status }) => [id, status])).toEqual([
    ['r', 'waiting'],
    ['f', 'waiting'],
    ['old', 'done'],
  ]);
});

test('One that is tried again has not failed', () => {
  const failed = item('f', 'failed', {
    receivedBytes: 7,
    totalBytes: 10,
    endedAt: '2026-01-01T00:00:00Z',
    failure: { code: 'address-too-slow', members: {}, reason: 'It came too slowly.', retryable: true },
  });
  expect(totalsOf([retried(failed)], new Set(['f']))).toMatchObject({ open: 1, failed: 0, received: 0 });
});

test('A copy of what the library has is counted once, and not as a new one', () => {
  expect(importedInWords({ done: 3, duplicates: 1 })).toEqual([
    '2 files imported',
    '1 file was already in the library',
  ]);
  expect(importedInWords({ done: 1, duplicates: 1 })).toEqual(['1 file was already in the library']);
});
