import { IconCloudOff } from '@tabler/icons-react';
import classes from './OfflineBanner.module.css';

export function OfflineBanner() {
  return (
    <div className={classes.banner} role="status">
      <IconCloudOff size={17} stroke={1.5} aria-hidden="true" />
      No connection to Magpie. What you see may be out of date; it catches up by itself.
    </div>
  );
}
