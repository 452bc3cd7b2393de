import { expect, test } from 'vitest';
import { doneInWords } from './doneInWords';

test('A file that the library had is not counted as a new one as well', () => {
  expect(doneInWords({ done: 3, duplicates: 0 })).toEqual(['3 files uploaded']);
  expect(doneInWords({ done: 3, duplicates: 1 })).toEqual([
    '2 files uploaded',
    '1 file was already in the library',
  ]);
  expect(doneInWords({ done: 2, duplicates: 2 })).toEqual(['2 files were already in the library']);
  expect(doneInWords({ done: 0, duplicates: 0 })).toEqual([]);
});
