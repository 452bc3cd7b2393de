import { expect, test, vi } from 'vitest';
import { lazyPart, loadAhead } from './lazyPart';

test('Parts are fetched ahead one after the other, and none after one that failed', async () => {
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('requestIdleCallback', (go: () => void) => go());
  const asked: string[] = [];
  let firstComes = () => {};
  const first = new Promise<{ default: () => null }>((resolve) => {
    firstComes = () => resolve({ default: () => null });
  });
  const part = (name: string, comes: () => Promise<{ default: () => null }>) =>
    lazyPart(() => {
      asked.push(name);
      return comes();
    });
  part('first', () => first);
  part('second', () => Promise.reject(new Error('no connection')));
  part('third', () => first);

  const ahead = loadAhead();
  await vi.waitFor(() => expect(asked).toEqual(['first']));
  firstComes();
  await ahead;
  expect(asked).toEqual(['first', 'second']);
});
