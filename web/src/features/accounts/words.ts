import { plural, t } from '@lingui/core/macro';
import type { Problem } from '@/api/problem';

export const minimumPasswordLength = 10;

export function signInSentence(problem: Problem): string {
  const seconds = problem.number('retryAfterSeconds');
  if (problem.rule === 'wrong-credentials') return t`Wrong email or password.`;
  if (problem.rule === 'locked-out' && seconds !== null) {
    const wait = span(seconds);
    return t`Too many wrong passwords. Try again in ${wait}.`;
  }
  if (problem.rule === 'too-many-requests') {
    if (seconds === null) return t`Too many attempts. Wait a moment and try again.`;
    const wait = span(seconds);
    return t`Too many attempts. Try again in ${wait}.`;
  }
  return problem.message;
}

function span(seconds: number): string {
  const [s, min] = [Math.max(1, Math.ceil(seconds)), Math.ceil(seconds / 60)];
  return seconds < 60
    ? plural(s, { one: '# second', other: '# seconds' })
    : plural(min, { one: '# minute', other: '# minutes' });
}
