import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PostSummary } from '@/api/types';
import { placeOf, type WallTime } from '@/lib/zones';

interface Props {
  post: PostSummary;
  onMove: (to: WallTime) => void;
  onClose: () => void;
}

/** The way to another time without a drag. */
export default function MoveDialog({ post, onMove, onClose }: Props) {
  const [day, setDay] = useState(post.localTime?.slice(0, 10) ?? '');
  const [clock, setClock] = useState(post.localTime?.slice(11) ?? '');
  const place = placeOf(post.timeZone ?? post.profile.timeZone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day && clock) onMove(`${day}T${clock}`);
  };
  return (
    <Modal opened onClose={onClose} title="Move the post" size={420}>
      <form onSubmit={submit}>
        <Group grow>
          <TextInput
            type="date"
            label="Day"
            size="sm"
            required
            data-autofocus
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label={`Time in ${place}`}
            size="sm"
            required
            value={clock}
            onChange={(event) => setClock(event.currentTarget.value)}
          />
        </Group>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Move</Button>
        </Group>
      </form>
    </Modal>
  );
}
