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
  /** Where there is little room: without a picture. */
  small?: boolean;
}

/** What stands in the place of a list or page that could not be loaded: why, and the way to try again. */
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
