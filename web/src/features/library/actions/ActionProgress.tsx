import { useLingui } from '@lingui/react/macro';
import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '@/lib/format';
import { useDelayed } from '@/lib/useDelayed';
import classes from './ActionProgress.module.css';
import type { RunningAction } from './runningActions';

/** The progress of long actions. An action that ends quickly shows nothing. */
export default function ActionProgress({ running }: { running: readonly RunningAction[] }) {
  return (
    <div className={classes.stack}>
      {running.map((action) => (
        <Line key={action.id} action={action} />
      ))}
    </div>
  );
}

function Line({ action }: { action: RunningAction }) {
  const { t } = useLingui();
  const late = useDelayed(true, 500);
  const [stopping, setStopping] = useState(false);
  if (!late) return null;
  const { words } = action;
  const [seen, total] = [formatCount(action.seen), formatCount(action.total)];
  const part = action.total === 0 ? 100 : Math.min(100, (action.seen / action.total) * 100);
  return (
    <div className={classes.line} role="status">
      <div className={classes.words}>
        <span>{action.total > 1 ? t`${words} · ${seen} of ${total}` : words}</span>
        {action.stop && (
          <Button
            size="compact-sm"
            h={32}
            variant="default"
            disabled={stopping}
            onClick={() => {
              setStopping(true);
              action.stop?.();
            }}
          >
            {stopping ? t`Stopping…` : t`Cancel`}
          </Button>
        )}
      </div>
      <Progress value={part} size={4} aria-label={words} />
    </div>
  );
}
