import { expect, test } from 'vitest';
import type { CloudEntry } from '@/api/types';
import { nothingSelected, toggled, withAll, withRange } from './cloudSelection';

const entry = (id: string, more: Partial<CloudEntry> = {}): CloudEntry => ({
  id,
  name: `${id}.jpg`,
  kind: 'image',
  bytes: 1,
  thumbnail: null,
  refusal: null,
  ...more,
});

const shown = [
  entry('folder', { kind: 'folder' }),
  entry('a'),
  entry('b'),
  entry('large', { refusal: '*large* is 61 MB.' }),
  entry('c'),
];

test('A second touch lets go of it again', () => {
  const one = toggled(nothingSelected, entry('a'));
  expect([...one.keys()]).toEqual(['a']);
  expect(toggled(one, entry('a')).size).toBe(0);
});

test('Folders and what cannot be imported cannot be selected', () => {
  for (const other of shown.filter(({ id }) => id === 'folder' || id === 'large'))
    expect(toggled(nothingSelected, other).size).toBe(0);
  expect([...withAll(nothingSelected, shown).keys()]).toEqual(['a', 'b', 'c']);
});

test('A range goes both ways, leaves out what cannot be imported and keeps what was ticked', () => {
  const before = toggled(nothingSelected, entry('elsewhere'));
  expect([...withRange(before, shown, 'c', 'b').keys()]).toEqual(['elsewhere', 'b', 'c']);
  expect([...withRange(before, shown, 'a', 'c').keys()]).toEqual(['elsewhere', 'a', 'b', 'c']);
});

test('A range without a beginning selects one', () => {
  expect([...withRange(nothingSelected, shown, null, 'b').keys()]).toEqual(['b']);
  expect([...withRange(nothingSelected, shown, 'gone', 'b').keys()]).toEqual(['b']);
});
