import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCompassOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useOpenThing } from '@/lib/openThing';
import { EmptyState } from '@/ui/EmptyState';

export function NotFound() {
  const { t } = useLingui();
  const navigate = useNavigate();
  useOpenThing(t`Page not found`);
  return (
    <EmptyState
      page
      icon={<IconCompassOff size={28} stroke={1.5} />}
      title={t`Page not found`}
      actions={
        <Button onClick={() => void navigate({ to: '/library' })}>
          <Trans>Open library</Trans>
        </Button>
      }
    >
      <Trans>Check the address, or go back to the library.</Trans>
    </EmptyState>
  );
}
