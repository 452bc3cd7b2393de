import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { EmptyState } from './EmptyState';
import { ServerMessage } from './ServerMessage';

interface Props {
  title: string;
  error: Error;
  retrying: boolean;
  onRetry: () => void;
  /** Without the icon, where there is little room. */
  small?: boolean;
}

/** Shown in place of a list or page that could not be loaded: why, and a way to try again. */
export function LoadFailed({ title, error, retrying, onRetry, small = false }: Props) {
  return (
    <EmptyState
      alert
      icon={small ? undefined : <IconCloudOff size={28} stroke={1.5} />}
      title={title}
      actions={
        <Button size={small ? 'xs' : undefined} loading={retrying} onClick={onRetry}>
          <Trans>Retry</Trans>
        </Button>
      }
    >
      <ServerMessage>{error.message}</ServerMessage>
    </EmptyState>
  );
}
