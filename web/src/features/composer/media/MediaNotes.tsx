import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { PostAsset } from '@/api/types';
import classes from './media.module.css';

interface Props {
  media: readonly PostAsset[];
  onTake: (note: string) => void;
}

/** The library's note on each item. Caption and notes are independent of each other. */
export function MediaNotes({ media, onTake }: Props) {
  const { t } = useLingui();
  return (
    <ul className={classes.notes} aria-label={t`Media notes`}>
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
              aria-label={t`Add to caption: note for ${name}`}
              onClick={() => onTake(note)}
            >
              <Trans>Add to caption</Trans>
            </Button>
          </li>
        ) : null,
      )}
    </ul>
  );
}
