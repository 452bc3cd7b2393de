import { expect, test } from 'vitest';
import { ChangeBatch } from './changes';

const event = (action: string, ...ids: string[]) =>
  JSON.stringify({ group: 'g', kind: 'asset', action, ids });

test('A burst of events becomes one set of ids', () => {
  const batch = new ChangeBatch();
  batch.add(event('created', 'a'));
  batch.add(event('changed', 'a', 'b'));
  expect([...batch.touched]).toEqual(['a', 'b']);
});

test('What was changed and then deleted is deleted', () => {
  const batch = new ChangeBatch();
  batch.add(event('changed', 'a'));
  batch.add(event('deleted', 'a'));
  expect(batch.touched.size).toBe(0);
  expect([...batch.deleted]).toEqual(['a']);
});

test('Events of a later version are passed over', () => {
  const batch = new ChangeBatch();
  expect(batch.add('{"kind":"moon","action":"created","ids":["p"]}')).toBe(false);
  expect(batch.add('not json')).toBe(false);
  expect(batch.isEmpty).toBe(true);
});

test('Word of an import is no word of an asset', () => {
  const batch = new ChangeBatch();
  expect(batch.add('{"kind":"import","action":"changed","ids":["i"]}')).toBe(true);
  expect(batch.imports).toBe(true);
  expect(batch.touched.size).toBe(0);
  expect(batch.isEmpty).toBe(false);
});
