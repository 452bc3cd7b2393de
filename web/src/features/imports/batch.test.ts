import { expect, test } from 'vitest';
import type { Import } from '@/api/types';
import { shownOf, totalsOf } from './batch';

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
  const totals = totalsOf([
    item('r', 'running', { receivedBytes: 5 }),
    item('d', 'done', { receivedBytes: 10, totalBytes: 10, duplicateOf: 'x' }),
    item('f', 'failed', { receivedBytes: 7 }),
  ]);
  expect(totals).toEqual({ open: 1, done: 1, failed: 1, duplicates: 1, received: 15, bytes: 15 });
});
