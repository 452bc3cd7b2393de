import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Problem } from '@/api/problem';
import { EmptyState } from '@/ui/EmptyState';

const askMs = 3000;

export function PageFailed({ error }: ErrorComponentProps) {
  const router = useRouter();
  const passes = error instanceof Problem && error.rule === 'database-unavailable';
  useEffect(() => {
    if (!passes) return;
    const timer = setInterval(() => void router.invalidate(), askMs);
    return () => clearInterval(timer);
  }, [passes, router]);
  const sentence =
    error instanceof Problem
      ? error.message
      : isMissingPart(error)
        ? 'Magpie could not be reached, or is newer than this page. Check the connection, then try again.'
        : 'This page stopped because of a fault in Magpie. Load it again; if it stays, tell an admin.';
  return (
    <EmptyState
      page
      alert
      icon={<IconCloudOff size={28} stroke={1.5} />}
      title="This page could not be shown"
      actions={
        <Button
          onClick={() => (error instanceof Problem ? void router.invalidate() : window.location.reload())}
        >
          Try again
        </Button>
      }
    >
      {sentence}
    </EmptyState>
  );
}

/** What the browsers and the loader of styles say when a file of the app does not come. */
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error && /dynamically imported module|module script|preload CSS/i.test(error.message)
  );
}
