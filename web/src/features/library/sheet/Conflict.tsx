import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import classes from './sheet.module.css';

interface Props {
  words: string;
  mine: string;
  theirs: string;
  onMine: () => void;
  onTheirs: () => void;
}

/** Two people changed the same text: shows both, and one of them chooses. */
export function Conflict({ words, mine, theirs, onMine, onTheirs }: Props) {
  const { t } = useLingui();
  return (
    <div className={classes.conflict} role="alert">
      <p>{words}</p>
      <dl>
        <dt>
          <Trans>Their version</Trans>
        </dt>
        <dd dir="auto">{theirs || t({ message: 'Empty', context: 'text' })}</dd>
        <dt>
          <Trans>Your version</Trans>
        </dt>
        <dd dir="auto">{mine || t({ message: 'Empty', context: 'text' })}</dd>
      </dl>
      <div className={classes.buttons}>
        <Button size="compact-sm" h={36} onClick={onMine}>
          <Trans>Save mine</Trans>
        </Button>
        <Button size="compact-sm" h={36} variant="default" onClick={onTheirs}>
          <Trans>Keep theirs</Trans>
        </Button>
      </div>
    </div>
  );
}
