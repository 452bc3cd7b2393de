import { select, t } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Surface } from '@/api/types';
import { surfaceName } from '@/core/posts/surfaceNames';
import { formatList } from '@/lib/format';
import { formatWallTime } from '@/lib/zones';
import classes from './ConflictBox.module.css';
import { type Field, type Fields, fieldNames, fieldsOf, type Place, type PostTime } from './draft/fields';
import type { Conflict, PostDraft } from './draft/PostDraft';

interface Props {
  conflict: Conflict;
  fields: Fields;
  surfaces: readonly Surface[];
  draft: PostDraft;
}

/** Two members changed the same fields: shows both versions, and this member chooses. Nothing is saved before that. */
export function ConflictBox({ conflict, fields, surfaces, draft }: Props) {
  const { t } = useLingui();
  const theirs = fieldsOf(conflict.theirs);
  const who = conflict.theirs.changedBy?.name ?? t`Another member`;
  const clashes = conflict.fields.filter((field) => field !== 'own');
  const what = formatList(clashes.map((field) => t(fieldNames[field])));
  const wordsOf = (field: Exclude<Field, 'own'>, of: Fields) => {
    if (field === 'media') return formatList(of.media.map(({ name }) => name)) || t`No media`;
    if (field === 'surface') return surfaceInWords(of.surface, surfaces);
    if (field === 'time') return timeInWords(of.time);
    return of[field] || t({ message: 'Empty', context: 'a text' });
  };
  return (
    <div className={classes.conflict} role="alert">
      <p>
        <Trans>
          <bdi>{who}</bdi> made changes at the same time: {what}. Yours aren’t saved yet.
        </Trans>
      </p>
      {clashes.map((field) => (
        <dl key={field}>
          <dt>{whoseIs(field, who)}</dt>
          <dd dir="auto">{wordsOf(field, theirs)}</dd>
          <dt>
            <Trans context="your version of it">Yours</Trans>
          </dt>
          <dd dir="auto">{wordsOf(field, fields)}</dd>
        </dl>
      ))}
      <div className={classes.buttons}>
        <Button size="compact-sm" h={36} onClick={() => draft.keepMine()}>
          <Trans>Keep mine</Trans>
        </Button>
        <Button size="compact-sm" h={36} variant="default" onClick={() => draft.takeTheirs()}>
          <Trans>Use theirs</Trans>
        </Button>
      </div>
    </div>
  );
}

function whoseIs(field: Field, who: string): string {
  return select(field, {
    surface: `${who}’s surface`,
    title: `${who}’s title`,
    caption: `${who}’s caption`,
    firstComment: `${who}’s first comment`,
    media: `${who}’s media`,
    other: `${who}’s time`,
  });
}

function surfaceInWords({ key, chosen }: Place, surfaces: readonly Surface[]): string {
  const surface = chosen && surfaces.find((one) => one.key === key);
  return surface ? surfaceName(surface) : t`Best fit for the media`;
}

function timeInWords(time: PostTime | null): string {
  return time === null ? t`No time` : formatWallTime(time.local);
}
