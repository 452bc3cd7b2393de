import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hideToast, holdToasts, releaseToasts, showToast, toastStore } from './toast';

const messages = () => toastStore.get().map(({ message }) => message);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  releaseToasts('pointer');
  releaseToasts('keyboard');
  for (const { id } of toastStore.get()) hideToast(id);
  vi.useRealTimers();
});

test('what was done is shown for a while, and longer where it can be undone', () => {
  showToast('Labelled');
  showToast('Moved to trash', false, { label: 'Undo', run: () => undefined });
  vi.advanceTimersByTime(5000);
  expect(messages()).toEqual(['Moved to trash']);
  vi.advanceTimersByTime(14_999);
  expect(messages()).toEqual(['Moved to trash']);
  vi.advanceTimersByTime(1);
  expect(messages()).toEqual([]);
});

test('a failure stays until it is dismissed', () => {
  showToast('No connection', true);
  vi.advanceTimersByTime(3_600_000);
  expect(messages()).toEqual(['No connection']);
});

test('nothing goes while somebody is at the toasts, and each has a moment left afterwards', () => {
  showToast('Labelled');
  vi.advanceTimersByTime(4900);
  holdToasts('pointer');
  holdToasts('keyboard');
  showToast('Starred');
  vi.advanceTimersByTime(60_000);
  releaseToasts('pointer');
  vi.advanceTimersByTime(60_000);
  expect(messages()).toEqual(['Labelled', 'Starred']);
  releaseToasts('keyboard');
  vi.advanceTimersByTime(1999);
  expect(messages()).toEqual(['Labelled', 'Starred']);
  vi.advanceTimersByTime(1);
  expect(messages()).toEqual(['Starred']);
  vi.advanceTimersByTime(3000);
  expect(messages()).toEqual([]);
});

test('a hand that was never there takes nothing away', () => {
  showToast('Labelled');
  vi.advanceTimersByTime(4000);
  releaseToasts('pointer');
  vi.advanceTimersByTime(1000);
  expect(messages()).toEqual([]);
});

test('the oldest of many goes, but what was done pushes no failure away', () => {
  showToast('It failed', true);
  for (const each of ['one', 'two', 'three', 'four']) showToast(each);
  expect(messages()).toEqual(['It failed', 'two', 'three', 'four']);
});

test('the same failure stands there once', () => {
  showToast('No connection', true);
  showToast('Not allowed', true);
  showToast('No connection', true);
  expect(messages()).toEqual(['Not allowed', 'No connection']);
});
