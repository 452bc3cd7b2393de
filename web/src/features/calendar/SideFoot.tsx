import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { WallTime } from '@/lib/zones';
import classes from './side.module.css';

interface Props {
  count: number;
  suggested: WallTime;
  onMake: (time: WallTime) => void;
  onLetGo: () => void;
}

/** Gives the selected assets a day and a time without dragging. A tap on the calendar does the same. */
export function SideFoot({ count, suggested, onMake, onLetGo }: Props) {
  const { t } = useLingui();
  const [day, setDay] = useState(suggested.slice(0, 10));
  const [clock, setClock] = useState(suggested.slice(11));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day && clock) onMake(`${day}T${clock}`);
  };
  return (
    <form className={classes.foot} onSubmit={submit}>
      <p role="status">
        <Plural
          value={count}
          one="# item selected. Choose a day here or in the calendar."
          other="# items selected. Choose a day here or in the calendar."
        />
      </p>
      <Group grow gap={8}>
        <TextInput
          type="date"
          size="xs"
          aria-label={t`Post day`}
          required
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          size="xs"
          aria-label={t`Post time`}
          required
          value={clock}
          onChange={(event) => setClock(event.currentTarget.value)}
        />
      </Group>
      <Group gap={8} grow>
        <Button size="xs" variant="default" onClick={onLetGo}>
          <Trans>Clear</Trans>
        </Button>
        <Button size="xs" type="submit">
          <Trans>Create post</Trans>
        </Button>
      </Group>
    </form>
  );
}
