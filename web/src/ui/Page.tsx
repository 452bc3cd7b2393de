import type { ReactNode } from 'react';
import { Main } from './Main';
import classes from './Page.module.css';

interface Props {
  title: string;
  /** The link back, before the title. */
  back?: ReactNode;
  /** After the title: a count, the page's main action. */
  actions?: ReactNode;
  /** For lists with pictures. */
  wide?: boolean;
  children: ReactNode;
}

/** A page to read from top to bottom: one centred column with the title above. */
export function Page({ title, back, actions, wide = false, children }: Props) {
  return (
    <Main className={classes.page}>
      <div className={classes.column} data-wide={wide || undefined}>
        <header className={classes.head}>
          {back}
          <h1>{title}</h1>
          {actions}
        </header>
        {children}
      </div>
    </Main>
  );
}
