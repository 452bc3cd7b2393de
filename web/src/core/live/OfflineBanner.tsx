import { Trans } from '@lingui/react/macro';
import { IconCloudOff } from '@tabler/icons-react';
import classes from './OfflineBanner.module.css';

/** `database`: the server answers, but its database does not. */
export function OfflineBanner({ database = false }: { database?: boolean }) {
  return (
    <div className={classes.banner} role="alert">
      <IconCloudOff size={17} stroke={1.5} aria-hidden="true" />
      {database ? (
        <Trans>Magpie’s database isn’t responding. Changes will sync when it’s back.</Trans>
      ) : (
        <Trans>You’re offline. Changes will sync when you’re back.</Trans>
      )}
    </div>
  );
}
