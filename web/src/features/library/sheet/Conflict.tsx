import { Button } from '@mantine/core';
import classes from './sheet.module.css';

interface Props {
  words: string;
  mine: string;
  theirs: string;
  onMine: () => void;
  onTheirs: () => void;
}

/** Two people changed the same text: both are shown, and one of them chooses. */
export function Conflict({ words, mine, theirs, onMine, onTheirs }: Props) {
  return (
    <div className={classes.conflict} role="alert">
      <p>{words}</p>
      <dl>
        <dt>It says now</dt>
        <dd dir="auto">{theirs || 'Nothing'}</dd>
        <dt>You wrote</dt>
        <dd dir="auto">{mine || 'Nothing'}</dd>
      </dl>
      <div className={classes.buttons}>
        <Button size="compact-sm" h={36} onClick={onMine}>
          Save mine
        </Button>
        <Button size="compact-sm" h={36} variant="default" onClick={onTheirs}>
          Keep theirs
        </Button>
      </div>
    </div>
  );
}
