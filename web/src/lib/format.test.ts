import { expect, test, vi } from 'vitest';
import {
  formatBytes,
  formatCameraClock,
  formatDuration,
  formatLimit,
  formatMonth,
  formatRemaining,
} from './format';

test('Sizes are in MB with one decimal', () => {
  expect(formatBytes(61_400_000)).toBe('61.4 MB');
  expect(formatBytes(20_000_000)).toBe('20.0 MB');
  expect(formatBytes(1)).toBe('1 byte');
  expect(formatBytes(19_477)).toBe('19.5 kB');
  expect(formatBytes(2_500_000_000)).toBe('2.5 GB');
});

test('Limits carry no empty decimals', () => {
  expect(formatLimit(50_000_000)).toBe('50 MB');
  expect(formatLimit(1_500_000_000)).toBe('1.5 GB');
});

test('Durations read like a clock', () => {
  expect(formatDuration(14.2)).toBe('0:14');
  expect(formatDuration(59.7)).toBe('1:00');
  expect(formatDuration(3661)).toBe('1:01:01');
});

test('What a camera showed is the same wherever it is read', () => {
  vi.stubEnv('TZ', 'America/Los_Angeles');
  expect(formatCameraClock('2023-12-30T23:04:21')).toMatch(/Dec 30, 2023, 11:04\sPM/);
  vi.unstubAllEnvs();
});

test('What is left is told in the unit that matters', () => {
  expect(formatRemaining(0.2)).toBe('a moment left');
  expect(formatRemaining(12)).toBe('12 s left');
  expect(formatRemaining(150)).toBe('3 min left');
});

test('Months are words', () => {
  expect(formatMonth('2026-11')).toBe('November 2026');
});
