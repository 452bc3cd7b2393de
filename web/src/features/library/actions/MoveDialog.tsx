import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useGroup, useSession } from '@/core/session/session';
import type { Step } from './actions';
import { describeTarget, type Target } from './targets';

interface Props {
  opened: boolean;
  target: Target;
  onSave: (steps: Step[]) => void;
  onClose: () => void;
  onExited: () => void;
}

export default function MoveDialog({ opened, target, onSave, onClose, onExited }: Props) {
  const { groups } = useSession();
  const here = useGroup();
  const others = groups.filter((group) => group.id !== here.id && group.role === 'editor');
  const [chosen, setChosen] = useState(others[0]?.id ?? '');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={onExited}
      returnFocus={false}
      title={`Move ${describeTarget(target)}`}
    >
      <Text size="sm" c="dimmed" mb="md">
        Labels go along. What a post of {here.name} holds stays here.
      </Text>
      <Radio.Group value={chosen} onChange={setChosen} label="To the group">
        <Stack gap="xs" mt="xs">
          {others.map((group) => (
            <Radio key={group.id} value={group.id} label={group.name} />
          ))}
        </Stack>
      </Radio.Group>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={chosen === ''} onClick={() => onSave([{ action: 'move', group: chosen }])}>
          Move
        </Button>
      </Group>
    </Modal>
  );
}
