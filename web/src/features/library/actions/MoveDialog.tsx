import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useGroup, useSession } from '@/core/session/session';
import type { Step } from './actions';
import { sizeOf, type Target } from './targets';

interface Props {
  opened: boolean;
  target: Target;
  onSave: (steps: Step[]) => void;
  onClose: () => void;
  onExited: () => void;
}

export default function MoveDialog({ opened, target, onSave, onClose, onExited }: Props) {
  const { t } = useLingui();
  const { groups } = useSession();
  const here = useGroup();
  const others = groups.filter((group) => group.id !== here.id && group.role === 'editor');
  const name = target.kind === 'ids' ? target.name : undefined;
  const count = sizeOf(target);
  const groupName = here.name;
  const [chosen, setChosen] = useState(others[0]?.id ?? '');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={onExited}
      returnFocus={false}
      title={
        name === undefined ? plural(count, { one: 'Move # item', other: 'Move # items' }) : t`Move ${name}`
      }
    >
      <Text size="sm" c="dimmed" mb="md">
        <Trans>Labels move too. Files used in posts of {groupName} stay here.</Trans>
      </Text>
      <Radio.Group value={chosen} onChange={setChosen} label={t`Move to`}>
        <Stack gap="xs" mt="xs">
          {others.map((group) => (
            <Radio key={group.id} value={group.id} label={group.name} />
          ))}
        </Stack>
      </Radio.Group>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button disabled={chosen === ''} onClick={() => onSave([{ action: 'move', group: chosen }])}>
          <Trans>Move</Trans>
        </Button>
      </Group>
    </Modal>
  );
}
