import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { Ref } from 'react';
import type { Checklist, ChecklistItem } from '@/api/types';
import { sayLine } from '@/core/refusals/checklist';
import { ServerMessage } from '@/ui/ServerMessage';
import classes from './Composer.module.css';

interface Props {
  ref: Ref<HTMLElement>;
  checklist: Checklist | undefined;
  /** Somebody tried to schedule the post and could not. */
  asked: boolean;
}

const looks = {
  required: { mark: '✕', word: msg`Required:` },
  recommended: { mark: '!', word: msg`Recommended:` },
  met: { mark: '✓', word: msg`Passed:` },
} as const;
const order: readonly ChecklistItem['level'][] = ['required', 'recommended', 'met'];

/** What keeps the post from being scheduled, what would make it better, and what is fine; each with what to do. */
export function ChecklistBox({ ref, checklist, asked }: Props) {
  const { t } = useLingui();
  const lines = order.flatMap((level) => checklist?.items.filter((line) => line.level === level) ?? []);
  const required = lines.filter(({ level }) => level === 'required').length;
  return (
    <section ref={ref} className={classes.checks} aria-label={t`Checklist`} tabIndex={-1}>
      <h3>
        <Trans>Checklist</Trans>
      </h3>
      {asked && (
        <p className={classes.asked} role="alert">
          <Plural
            value={required}
            one="Fix # issue before scheduling this post."
            other="Fix # issues before scheduling this post."
          />
        </p>
      )}
      {checklist ? (
        <ul>
          {lines.map((line) => (
            <li key={`${line.assetId} ${line.text}`}>
              <span className={classes.check} data-level={line.level}>
                <span aria-hidden="true">{looks[line.level].mark}</span>
                <VisuallyHidden>{t(looks[line.level].word)} </VisuallyHidden>
              </span>
              <div>
                <Words line={line} />
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.quiet}>
          <Trans>Add media or a caption to see what this post still needs.</Trans>
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
