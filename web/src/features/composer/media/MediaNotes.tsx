import { Button } from '@mantine/core';
import type { PostAsset } from '@/api/types';
import classes from './media.module.css';

interface Props {
  media: readonly PostAsset[];
  onTake: (note: string) => void;
}

/** What the library says of each of the media. Caption and notes are independent of each other. */
export function MediaNotes({ media, onTake }: Props) {
  return (
    <ul className={classes.notes} aria-label="Media notes">
      {media.map(({ assetId, name, note }) =>
        note ? (
          <li key={assetId}>
            <div>
              <small dir="auto">{name}</small>
              <p dir="auto">{note}</p>
            </div>
            <Button
              variant="default"
              size="compact-sm"
              h={32}
              aria-label={`Add to caption: the note of ${name}`}
              onClick={() => onTake(note)}
            >
              Add to caption
            </Button>
          </li>
        ) : null,
      )}
    </ul>
  );
}
