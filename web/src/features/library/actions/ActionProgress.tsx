import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '@/lib/format';
import { useDelayed } from '@/lib/useDelayed';
import classes from './ActionProgress.module.css';
import type { Run } from './openDialog';

/** How far long actions are; what is over in a moment shows nothing. */
export default function ActionProgress({ runs }: { runs: readonly Run[] }) {
  return (
    <div className={classes.stack}>
      {runs.map((run) => (
        <Line key={run.id} run={run} />
      ))}
    </div>
  );
}

function Line({ run }: { run: Run }) {
  const late = useDelayed(true, 500);
  const [stopping, setStopping] = useState(false);
  if (!late) return null;
  const part = run.total === 0 ? 100 : Math.min(100, (run.seen / run.total) * 100);
  return (
    <div className={classes.line} role="status">
      <div className={classes.words}>
        <span>
          {run.words} {run.total > 1 && `${formatCount(run.seen)} of ${formatCount(run.total)}`}
        </span>
        {run.stop && (
          <Button
            size="compact-sm"
            h={32}
            variant="default"
            disabled={stopping}
            onClick={() => {
              setStopping(true);
              run.stop?.();
            }}
          >
            {stopping ? 'Stopping…' : 'Cancel'}
          </Button>
        )}
      </div>
      <Progress value={part} size={4} aria-label={run.words} />
    </div>
  );
}
