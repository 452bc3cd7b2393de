import { Button } from '@mantine/core';
import { IconCompassOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useOpenThing } from '@/lib/openThing';
import { EmptyState } from '@/ui/EmptyState';

export function NotFound() {
  const navigate = useNavigate();
  useOpenThing('Page not found');
  return (
    <EmptyState
      page
      icon={<IconCompassOff size={28} stroke={1.5} />}
      title="There is no page at this address"
      actions={<Button onClick={() => void navigate({ to: '/library' })}>Open the library</Button>}
    >
      Check the address, or go back to the library.
    </EmptyState>
  );
}
