import { IconCloudOff } from '@tabler/icons-react';
import classes from './OfflineBanner.module.css';

/** `database`: the server answers, but its database does not. */
export function OfflineBanner({ database = false }: { database?: boolean }) {
  return (
    <div className={classes.banner} role="alert">
      <IconCloudOff size={17} stroke={1.5} aria-hidden="true" />
      {database ? 'Magpie’s database does not answer.' : 'No connection to Magpie.'} What you see may be out
      of date; it catches up by itself.
    </div>
  );
}
