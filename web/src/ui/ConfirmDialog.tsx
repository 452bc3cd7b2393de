import { Trans } from '@lingui/react/macro';
import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ServerMessage } from './ServerMessage';

interface Props {
  opened: boolean;
  title: string;
  children: ReactNode;
  confirm: string;
  busy?: boolean;
  error?: string | null;
  onConfirm: () => void;
  onClose: () => void;
  onExited?: () => void;
  /** Enter confirms. For actions that can be undone. */
  defaultsToConfirm?: boolean;
}

/** Asks once before something that cannot be undone; the title names the thing. */
export function ConfirmDialog({
  opened,
  title,
  children,
  confirm,
  busy,
  error,
  onConfirm,
  onClose,
  onExited,
  defaultsToConfirm = false,
}: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={onExited}
      title={title}
      withCloseButton={false}
      // The opener decides where the focus goes: the element that had it may be gone.
      returnFocus={onExited === undefined}
    >
      <Text size="sm" c="dimmed" component="div">
        {children}
      </Text>
      {error && (
        <Text size="sm" c="var(--danger)" mt="sm" role="alert">
          <ServerMessage>{error}</ServerMessage>
        </Text>
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus={!defaultsToConfirm || undefined}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          color="red.8"
          loading={busy}
          onClick={onConfirm}
          data-autofocus={defaultsToConfirm || undefined}
        >
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
