import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KnownAsset } from '@/api/types';
import { detailsOf } from './details';

const asset: KnownAsset = JSON.parse(
  '{"kind":"image","format":"jpeg","bytes":1000,"origin":"upload","createdAt":"2026-11-15T10:00:00Z"}',
);

beforeEach(() => vi.stubEnv('TZ', 'America/Los_Angeles'));
afterEach(() => vi.unstubAllEnvs());

test('What a camera’s clock showed is told as it showed it, wherever the reader is', () => {
  expect(captured({ capturedLocal: '2023-12-30T23:04:21' })).toMatch(/Dec 30, 2023, 11:04\sPM/);
});

test('A moment that is known is told by the reader’s clock', () => {
  const both = { capturedAt: '2023-12-30T22:04:21Z', capturedLocal: '2023-12-30T23:04:21' };
  expect(captured(both)).toMatch(/Dec 30, 2023, 2:04\sPM/);
});

test('A picture that says nothing of its time has no such line', () => {
  expect(captured({})).toBeUndefined();
});

function captured(known: Partial<KnownAsset>): string | undefined {
  return detailsOf({ ...asset, ...known }).find(([label]) => label === 'Captured')?.[1];
}
