import { IconAlertCircle } from '@tabler/icons-react';
import classes from './AuthLayout.module.css';

export function FormAlert({ children }: { children: string }) {
  return (
    <div className={classes.alert} role="alert">
      <IconAlertCircle size={18} stroke={1.5} aria-hidden="true" />
      <span>{children}</span>
    </div>
  );
}
