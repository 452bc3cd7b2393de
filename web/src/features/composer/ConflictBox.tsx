import { Button } from '@mantine/core';
import { plural } from '@/lib/format';
import { formatWallTime } from '@/lib/zones';
import classes from './ConflictBox.module.css';
import { type Field, type Fields, fieldNames, fieldsOf, type PostTime } from './draft/fields';
import type { Conflict, PostDraft } from './draft/PostDraft';

interface Props {
  conflict: Conflict;
  fields: Fields;
  draft: PostDraft;
}

/** Two members changed the same: both are shown, and the one who is here chooses. Nothing is saved before that. */
export function ConflictBox({ conflict, fields, draft }: Props) {
  const theirs = fieldsOf(conflict.theirs);
  const who = conflict.theirs.changedBy?.name ?? 'Another member';
  const what = conflict.fields.map((field) => fieldNames[field]).join(' and ');
  return (
    <div className={classes.conflict} role="alert">
      <p>
        {who} changed the {what} while you did. Your change is not saved yet.
      </p>
      {conflict.fields.map((field) => (
        <dl key={field}>
          <dt>
            {who}’s {fieldNames[field]}
          </dt>
          <dd dir="auto">{wordsOf(field, theirs)}</dd>
          <dt>Yours</dt>
          <dd dir="auto">{wordsOf(field, fields)}</dd>
        </dl>
      ))}
      <div className={classes.buttons}>
        <Button size="compact-sm" h={36} onClick={() => draft.keepMine()}>
          Keep mine
        </Button>
        <Button size="compact-sm" h={36} variant="default" onClick={() => draft.takeTheirs()}>
          Take theirs
        </Button>
      </div>
    </div>
  );
}

function wordsOf(field: Field, fields: Fields): string {
  if (field === 'media') return fields.media.map(({ name }) => name).join(', ') || plural(0, 'item', 'items');
  if (field === 'place') return fields.place.surface ?? 'Another profile';
  if (field === 'time') return timeInWords(fields.time);
  return fields[field] || 'Nothing';
}

function timeInWords(time: PostTime | null): string {
  return time === null ? 'No time' : formatWallTime(time.local);
}
