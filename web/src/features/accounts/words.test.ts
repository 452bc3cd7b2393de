import { expect, test } from 'vitest';
import { Problem } from '@/api/problem';
import { signInSentence } from './words';

test('After too many wrong passwords it says when to try again', () => {
  const problem = new Problem('locked-out', 'Locked.', 429, { retryAfterSeconds: 290 });
  expect(signInSentence(problem)).toBe('Too many wrong passwords. Try again in 5 minutes.');
});

test('A wrong password does not say which half was wrong', () => {
  expect(signInSentence(new Problem('wrong-credentials', '', 401))).toBe('Wrong email or password.');
});

test('Anything else keeps the sentence of the server', () => {
  expect(signInSentence(new Problem('unknown', 'Out for lunch.', 500))).toBe('Out for lunch.');
});
