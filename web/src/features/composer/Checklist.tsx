import { VisuallyHidden } from '@mantine/core';
import type { Ref } from 'react';
import type { Checklist, ChecklistItem } from '@/api/types';
import { sayLine } from '@/core/refusals/checklist';
import { plural } from '@/lib/format';
import { ServerMessage } from '@/ui/ServerMessage';
import classes from './Composer.module.css';

interface Props {
  ref: Ref<HTMLElement>;
  checklist: Checklist | undefined;
  /** Somebody wanted to schedule it and could not. */
  asked: boolean;
}

const looks = {
  required: { mark: '✕', word: 'Required' },
  recommended: { mark: '!', word: 'Recommended' },
  met: { mark: '✓', word: 'Met' },
} as const;
const order: readonly ChecklistItem['level'][] = ['required', 'recommended', 'met'];

/** What keeps the post from being scheduled, what would make it better, and what is well; each with what to do. */
export function ChecklistBox({ ref, checklist, asked }: Props) {
  const lines = order.flatMap((level) => checklist?.items.filter((line) => line.level === level) ?? []);
  const required = lines.filter(({ level }) => level === 'required').length;
  return (
    <section ref={ref} className={classes.checks} aria-label="Checklist" tabIndex={-1}>
      <h3>Checklist</h3>
      {asked && (
        <p className={classes.asked} role="alert">
          {plural(required, 'thing is', 'things are')} required before this post can be scheduled.
        </p>
      )}
      {checklist ? (
        <ul>
          {lines.map((line) => (
            <li key={`${line.assetId} ${line.text}`}>
              <span className={classes.check} data-level={line.level}>
                <span aria-hidden="true">{looks[line.level].mark}</span>
                <VisuallyHidden>{looks[line.level].word}: </VisuallyHidden>
              </span>
              <div>
                <Words line={line} />
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.quiet}>
          Add media or write something; what the surface asks for then stands here.
        </p>
      )}
    </section>
  );
}

function Words({ line }: { line: ChecklistItem }) {
  const { text, change } = sayLine(line);
  return (
    <>
      <ServerMessage>{text}</ServerMessage>
      {change && <span>{change}</span>}
    </>
  );
}
