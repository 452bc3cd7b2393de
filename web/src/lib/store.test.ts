import { expect, test, vi } from 'vitest';
import { createMemberStore, createStore, emptyMemberStores } from './store';

test('A store tells its followers what is new, and nothing else', () => {
  const store = createStore(1);
  const told = vi.fn();
  const stop = store.subscribe(told);
  store.set(2);
  store.set(2);
  expect(store.get()).toBe(2);
  expect(told).toHaveBeenCalledTimes(1);
  stop();
  store.set(3);
  expect(told).toHaveBeenCalledTimes(1);
});

test('What a member had in hand is gone when the stores are emptied', () => {
  const store = createMemberStore<readonly string[]>([]);
  const told = vi.fn();
  store.subscribe(told);
  store.set(['asset']);
  emptyMemberStores();
  expect(store.get()).toEqual([]);
  expect(told).toHaveBeenCalledTimes(2);
});
