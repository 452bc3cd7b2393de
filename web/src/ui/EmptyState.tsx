import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';
import { Main } from './Main';

interface Props {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Failures are announced; empty states are not. */
  alert?: boolean;
  /** It is the whole page, so its title is the page's heading. */
  page?: boolean;
}

/** Shown when there is no content: it is empty, nothing was found, or loading failed. */
export function EmptyState({ icon, title, children, actions, alert = false, page = false }: Props) {
  const Title = page ? 'h1' : 'h2';
  const all = (
    <>
      {icon && <div className={classes.icon}>{icon}</div>}
      <Title className={classes.title}>{title}</Title>
      {children && <div className={classes.text}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </>
  );
  const role = alert ? 'alert' : undefined;
  return page ? (
    <Main className={classes.root}>
      <div className={classes.whole} role={role}>
        {all}
      </div>
    </Main>
  ) : (
    <div className={classes.root} role={role}>
      {all}
    </div>
  );
}
