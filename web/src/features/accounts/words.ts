import type { Problem } from '@/api/problem';
import { plural } from '@/lib/format';

export const minimumPasswordLength = 10;

export function signInSentence(problem: Problem): string {
  const seconds = problem.number('retryAfterSeconds');
  if (problem.rule === 'wrong-credentials') return 'Wrong email or password.';
  if (problem.rule === 'locked-out' && seconds !== null)
    return `Too many wrong passwords. Try again in ${span(seconds)}.`;
  if (problem.rule === 'too-many-requests')
    return seconds === null
      ? 'Too many attempts. Wait a moment and try again.'
      : `Too many attempts. Try again in ${span(seconds)}.`;
  return problem.message;
}

function span(seconds: number): string {
  return seconds < 60
    ? plural(Math.max(1, Math.ceil(seconds)), 'second', 'seconds')
    : plural(Math.ceil(seconds / 60), 'minute', 'minutes');
}
