import type { ReactNode } from 'react';
import classes from './Sentence.module.css';

interface Props {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Failures are announced; empty states are not. */
  alert?: boolean;
}

/** What a page says when it has nothing else to show: empty, nothing found, failed. */
export function Sentence({ icon, title, children, actions, alert = false }: Props) {
  return (
    <div className={classes.root} role={alert ? 'alert' : undefined}>
      {icon && <div className={classes.icon}>{icon}</div>}
      <h2 className={classes.title}>{title}</h2>
      {children && <div className={classes.text}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
