import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PostSummary } from '@/api/types';
import { placeOf, type WallTime } from '@/lib/zones';

interface Props {
  post: PostSummary;
  onMove: (to: WallTime) => void;
  onClose: () => void;
}

/** Moves a post to another time without dragging. */
export default function MoveDialog({ post, onMove, onClose }: Props) {
  const { t } = useLingui();
  const [day, setDay] = useState(post.localTime?.slice(0, 10) ?? '');
  const [clock, setClock] = useState(post.localTime?.slice(11) ?? '');
  const place = placeOf(post.timeZone ?? post.profile.timeZone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day && clock) onMove(`${day}T${clock}`);
  };
  return (
    <Modal opened onClose={onClose} title={t`Move post`} size={420}>
      <form onSubmit={submit}>
        <Group grow>
          <TextInput
            type="date"
            label={t`Day`}
            size="sm"
            required
            data-autofocus
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label={t`${place} time`}
            size="sm"
            required
            value={clock}
            onChange={(event) => setClock(event.currentTarget.value)}
          />
        </Group>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit">
            <Trans>Move</Trans>
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
