import { Button } from '@mantine/core';
import type { NextPage } from '@/lib/pagedList';
import classes from './PageRefusal.module.css';
import { ServerMessage } from './ServerMessage';

/** Stands under a list when its next page was refused: why, and the way to try again. */
export function PageRefusal({ next }: { next: NextPage }) {
  if (next.refusal === null) return null;
  return (
    <div className={classes.refusal} role="alert">
      <p>
        <ServerMessage>{next.refusal}</ServerMessage>
      </p>
      <Button variant="default" loading={next.loading} onClick={next.tryAgain}>
        Try again
      </Button>
    </div>
  );
}
