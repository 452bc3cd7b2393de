import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDelayed } from '@/lib/useDelayed';
import classes from './SettingsPage.module.css';

interface Props {
  list: { isPending: boolean; isError: boolean; error: Error | null; refetch: () => unknown };
  /** Shown when the list is empty. */
  none: string | false | undefined;
  children: ReactNode;
}

/** A list of the settings in its frame, or why it could not be loaded. */
export function ListCard({ list, none, children }: Props) {
  const late = useDelayed(list.isPending);
  return (
    <div className={classes.card}>
      {list.isError && (
        <div className={classes.row} role="alert">
          <span className={classes.what}>{list.error?.message}</span>
          <Button variant="subtle" onClick={() => void list.refetch()}>
            <Trans>Retry</Trans>
          </Button>
        </div>
      )}
      {late && (
        <div className={classes.none}>
          <Trans>Loading…</Trans>
        </div>
      )}
      {none && <div className={classes.none}>{none}</div>}
      {children}
    </div>
  );
}

/** At the end of a line: removes what the line is about, after confirmation. */
export function EndButton(props: { 'aria-label': string; onClick: () => void; children: string }) {
  return <Button variant="subtle" color="red" c="var(--danger)" size="compact-sm" h={32} {...props} />;
}
