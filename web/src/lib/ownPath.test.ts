import { describe, expect, it } from 'vitest';
import { ownPath } from './ownPath';

describe('The way back after signing in', () => {
  it.each([
    '/library',
    '/library?q=a%2Fb&label=caf%C3%A9#top',
    '/calendar?month=2026-11',
    '/library?next=https://example.org',
    '/library?q=100%25',
    '/library?q=a\\b',
  ])('leads to a page of our own: %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    'https://evil.example',
    'http://evil.example/library',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,hello',
    'evil.example',
    'library',
    '',
    ' /library',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\n//evil.example',
    '/\u0000/evil.example',
    '/\u2028/evil.example',
    '/%2fevil.example',
    '/%2Fevil.example',
    '/%5Cevil.example',
    '/%252fevil.example',
    '/%25252fevil.example',
    '/%09/evil.example',
    '/%0a/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e%2e//evil.example',
    '/./%2fevil.example\\',
    '/%',
    `/${'a'.repeat(3000)}`,
    '/sign-in?next=/library',
    '/setup',
  ])('never leads elsewhere: %j', (path) => {
    expect(ownPath(path)).toBeNull();
  });

  it.each([undefined, null, 7, ['//evil.example'], { toString: () => '/library' }])('is text: %j', (path) => {
    expect(ownPath(path)).toBeNull();
  });
});
