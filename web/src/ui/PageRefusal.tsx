import { Trans } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import type { NextPage } from '@/lib/pagedList';
import { ServerMessage } from './ServerMessage';

/** Below a list whose next page was refused: why, and a way to try again. */
export function PageRefusal({ next }: { next: NextPage }) {
  if (next.refusal === null) return null;
  return (
    <Stack gap={8} p={12} align="center" role="alert">
      <Text size="sm" c="var(--danger)" ta="center">
        <ServerMessage>{next.refusal}</ServerMessage>
      </Text>
      <Button variant="default" loading={next.loading} onClick={next.tryAgain}>
        <Trans>Retry</Trans>
      </Button>
    </Stack>
  );
}
