import { Plural, Trans } from '@lingui/react/macro';
import classes from './PasswordRule.module.css';
import { minimumPasswordLength } from './words';

/** Length is the one rule: it is what makes a password hard to guess, and what a person can remember. */
export function PasswordRule({ id, password }: { id: string; password: string }) {
  const missing = minimumPasswordLength - password.length;
  const met = missing <= 0;
  return (
    <div className={classes.root} id={id}>
      <div className={classes.track} aria-hidden="true">
        <div
          className={classes.fill}
          data-met={met || undefined}
          style={{ width: `${Math.min(1, password.length / minimumPasswordLength) * 100}%` }}
        />
      </div>
      <span>
        {password === '' ? (
          <Trans>At least {minimumPasswordLength} characters. A few words are easy to remember.</Trans>
        ) : met ? (
          <Trans>Long enough.</Trans>
        ) : (
          <Plural value={missing} one="# more character." other="# more characters." />
        )}
      </span>
    </div>
  );
}
