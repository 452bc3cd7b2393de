import { plural, t } from '@lingui/core/macro';
import { formatCount } from '@/lib/format';
import type { Values } from './members';

/** What is wrong with one field of a form. */
export const ofFields: Record<string, (values: Values) => string> = {
  required: () => t`Fill in this field.`,
  email: () => t`Enter a valid email address.`,
  length: (values) => {
    const [min, max] = [values.maybeNumber('min'), values.maybeNumber('max')];
    if (max === null)
      return plural(values.number('min'), {
        one: 'Use at least # character.',
        other: 'Use at least # characters.',
      });
    if (min === null)
      return plural(max, { one: 'Use # character at most.', other: 'Use # characters at most.' });
    const [least, most] = [formatCount(min), formatCount(max)];
    return t`Use ${least} to ${most} characters.`;
  },
  between: (values) => {
    const [min, max] = [formatCount(values.number('min')), formatCount(values.number('max'))];
    return t`Enter a number from ${min} to ${max}.`;
  },
  'one-line': () => t`Don’t use line breaks or other control characters.`,
  'setup-code': () =>
    t`This isn’t the code. Find it in the server’s log; there’s a new one after each restart.`,
  'email-taken': () => t`There’s already an account with this email address.`,
  'password-common': () =>
    t`This password is easy to guess. Choose another one; a few random words work well.`,
  'password-is-address': () => t`Don’t use your email address as the password. Choose another one.`,
};
