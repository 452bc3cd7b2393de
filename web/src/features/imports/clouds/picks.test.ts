import { expect, test } from 'vitest';
import type { CloudEntry } from '@/api/types';
import { noPicks, toggled, withAll, withRange } from './picks';

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

test('A second touch takes the tick away again', () => {
  const one = toggled(noPicks, entry('a'));
  expect([...one.keys()]).toEqual(['a']);
  expect(toggled(one, entry('a')).size).toBe(0);
});

test('Folders and what cannot be imported take no tick', () => {
  for (const other of shown.filter(({ id }) => id === 'folder' || id === 'large'))
    expect(toggled(noPicks, other).size).toBe(0);
  expect([...withAll(noPicks, shown).keys()]).toEqual(['a', 'b', 'c']);
});

test('A range goes both ways, leaves out what cannot be imported and keeps what was ticked', () => {
  const before = toggled(noPicks, entry('elsewhere'));
  expect([...withRange(before, shown, 'c', 'b').keys()]).toEqual(['elsewhere', 'b', 'c']);
  expect([...withRange(before, shown, 'a', 'c').keys()]).toEqual(['elsewhere', 'a', 'b', 'c']);
});

test('A range without a beginning is one tick', () => {
  expect([...withRange(noPicks, shown, null, 'b').keys()]).toEqual(['b']);
  expect([...withRange(noPicks, shown, 'gone', 'b').keys()]).toEqual(['b']);
});
