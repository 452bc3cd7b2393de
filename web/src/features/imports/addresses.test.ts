import { expect, test } from 'vitest';
import { addressesIn, faultOf } from './addresses';

test('Addresses are taken one a line, each once, whatever stands between them', () => {
  expect(
    addressesIn(' https://a.example/1.jpg\r\n\nhttps://a.example/2.jpg https://a.example/1.jpg\n'),
  ).toEqual(['https://a.example/1.jpg', 'https://a.example/2.jpg']);
  expect(addressesIn('  \n ')).toEqual([]);
});

test('Only whole https addresses without a sign-in are taken', () => {
  expect(faultOf('https://a.example/1.jpg')).toBeNull();
  expect(faultOf('beach.jpg')).toContain('isn’t a link');
  expect(faultOf('https:a')).toContain('isn’t a link');
  expect(faultOf('http://a.example/1.jpg')).toContain('must start with https://');
  expect(faultOf('https://me:secret@a.example/1.jpg')).toContain('must not contain a sign-in');
});
