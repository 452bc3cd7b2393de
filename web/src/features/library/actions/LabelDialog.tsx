import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { LabelField } from '@/core/labels/LabelField';
import { sameLabel, withLabel, withoutLabel } from '@/core/labels/labelNames';
import type { Step } from './actions';
import { sizeOf, type Target } from './targets';

interface Props {
  opened: boolean;
  target: Target;
  /** The labels of a single asset; empty for several assets. */
  labels: readonly string[];
  onSave: (steps: Step[]) => void;
  onClose: () => void;
  onExited: () => void;
}

/** Edits the labels of one asset, or chooses which labels to add to and remove from several. */
export default function LabelDialog({ opened, target, labels, onSave, onClose, onExited }: Props) {
  const { t } = useLingui();
  const count = sizeOf(target);
  const many = count > 1;
  const name = target.kind === 'ids' ? target.name : undefined;
  const [added, setAdded] = useState<string[]>(many ? [] : [...labels]);
  const [removed, setRemoved] = useState<string[]>([]);
  const steps = many ? stepsOf(added, removed) : stepsBetween(labels, added);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={onExited}
      returnFocus={false}
      title={
        name === undefined
          ? plural(count, { one: 'Labels on # item', other: 'Labels on # items' })
          : t`Labels on ${name}`
      }
      styles={{ content: { overflow: 'visible' } }}
    >
      <Stack gap="md">
        <div>
          {many && (
            <Text size="sm" fw={550} mb={6}>
              <Trans>Add</Trans>
            </Text>
          )}
          <LabelField
            label={many ? t`Add labels` : t`Add a label`}
            placeholder={t`Add a label`}
            boxed
            autoFocus
            names={added}
            except={removed}
            onAdd={(names) => setAdded((now) => names.reduce(withLabel, now))}
            onRemove={(name) => setAdded((now) => withoutLabel(now, name))}
          />
        </div>
        {many && (
          <div>
            <Text size="sm" fw={550} mb={6}>
              <Trans>Remove</Trans>
            </Text>
            <LabelField
              label={t`Remove labels`}
              placeholder={t`Choose a label`}
              boxed
              names={removed}
              except={added}
              onAdd={(names) => setRemoved((now) => names.reduce(withLabel, now))}
              onRemove={(name) => setRemoved((now) => withoutLabel(now, name))}
            />
          </div>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button disabled={steps.length === 0} onClick={() => onSave(steps)}>
            <Trans>Apply</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

export function stepsOf(added: readonly string[], removed: readonly string[]): Step[] {
  return [
    ...removed.map((label): Step => ({ action: 'unlabel', label })),
    ...added.map((label): Step => ({ action: 'label', label })),
  ];
}

export function stepsBetween(before: readonly string[], after: readonly string[]): Step[] {
  const missingIn = (names: readonly string[]) => (name: string) =>
    !names.some((one) => sameLabel(one, name));
  return stepsOf(after.filter(missingIn(before)), before.filter(missingIn(after)));
}
