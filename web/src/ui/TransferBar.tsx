import { ActionIcon, Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './transfers.module.css';

interface Props {
  label: string;
  /** How far it is, with a label; null if nothing is in progress. */
  progress: { label: string; percent: number; waiting?: boolean } | null;
  headline: ReactNode;
  actions: ReactNode;
  /** Opens and closes the list below; null if there is no list. */
  toggle: { label: string; opened: boolean; onToggle: () => void } | null;
  /** The list while it is open. */
  children: ReactNode;
}

/** One line for files in transit, with a list of them that opens below. */
export function TransferBar({ label, progress, headline, actions, toggle, children }: Props) {
  return (
    <section className={classes.bar} aria-label={label}>
      <div className={classes.line}>
        {progress && (
          <div
            className={classes.track}
            role="progressbar"
            aria-label={progress.label}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={progress.percent}
            data-waiting={progress.waiting || undefined}
          >
            <div className={classes.fill} style={{ width: `${progress.percent}%` }} />
          </div>
        )}
        <div className={classes.text}>{headline}</div>
        {actions}
        {toggle && (
          <ActionIcon
            title={toggle.label}
            aria-label={toggle.label}
            aria-expanded={toggle.opened}
            onClick={toggle.onToggle}
          >
            {toggle.opened ? (
              <IconChevronUp size={18} stroke={1.5} />
            ) : (
              <IconChevronDown size={18} stroke={1.5} />
            )}
          </ActionIcon>
        )}
      </div>
      {children}
    </section>
  );
}

/** A subtle button in the line, such as Cancel all. */
export function TransferButton(props: { onClick: () => void; disabled?: boolean; children: string }) {
  return <Button size="compact-sm" h={32} variant="subtle" color="gray" {...props} />;
}
