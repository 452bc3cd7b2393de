import { expect, test } from 'vitest';
import { ChangeBatch } from './changes';

const event = (action: string, ids: string[], fields: string[] = []) =>
  JSON.stringify({ group: 'g', kind: 'asset', action, ids, fields });

test('A burst of events becomes one change with all ids', () => {
  const batch = new ChangeBatch();
  batch.add(event('created', ['a']));
  batch.add(event('created', ['a', 'b']));
  batch.add(event('changed', ['b'], ['note']));
  expect(batch.changes.map(({ action, ids, fields }) => ({ action, ids, fields }))).toEqual([
    { action: 'created', ids: ['a', 'b'], fields: [] },
    { action: 'changed', ids: ['b'], fields: ['note'] },
  ]);
});

test('What may be anything is not put together with what is named', () => {
  const batch = new ChangeBatch();
  batch.add(event('changed', ['a']));
  batch.add(event('changed', []));
  expect(batch.changes.map(({ ids }) => ids)).toEqual([['a'], []]);
});

test('What was changed and then deleted is gone; what was restored after that is not', () => {
  const batch = new ChangeBatch();
  batch.add(event('changed', ['a', 'b']));
  batch.add(event('deleted', ['a', 'b'], ['trashedAt']));
  batch.add(event('created', ['b'], ['trashedAt']));
  expect([...batch.gone]).toEqual(['a']);
});

test('Events of a later version are passed over, and those of an earlier one understood', () => {
  const batch = new ChangeBatch();
  expect(batch.add('{"kind":"moon","action":"created","ids":["p"],"fields":[]}')).toBe(false);
  expect(batch.add('not json')).toBe(false);
  expect(batch.isEmpty).toBe(true);
  expect(batch.add('{"kind":"post","action":"changed","ids":["p"]}')).toBe(true);
  expect(batch.changes).toEqual([{ kind: 'post', action: 'changed', ids: ['p'], fields: [], version: null }]);
});
