import { expect, test } from 'vitest';
import { blockingError } from './blockingError';
import { noConnection, Problem } from './problem';

const away = new Problem('database-unavailable', 'The database does not answer.', 503);
const gone = new Problem('not-found', 'It was deleted.', 404);

test('What never came is a failure, whatever the reason', () => {
  expect(blockingError({ data: undefined, error: away })).toBe(away);
  expect(blockingError({ data: undefined, error: noConnection() })).not.toBeNull();
  expect(blockingError({ data: undefined, error: null })).toBeNull();
});

test('What had come stays when a later read fails, unless it is gone', () => {
  expect(blockingError({ data: [], error: away })).toBeNull();
  expect(blockingError({ data: [], error: noConnection() })).toBeNull();
  expect(blockingError({ data: [], error: gone })).toBe(gone);
});
