import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Problem } from '@/api/problem';
import { EmptyState } from '@/ui/EmptyState';

const askMs = 3000;

export function PageFailed({ error }: ErrorComponentProps) {
  const { t } = useLingui();
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
        ? t`Couldn’t reach Magpie, or it was updated. Check your connection, then try again.`
        : t`Something went wrong in Magpie. Reload the page; if it happens again, tell an admin.`;
  return (
    <EmptyState
      page
      alert
      icon={<IconCloudOff size={28} stroke={1.5} />}
      title={t`Couldn’t show this page`}
      actions={
        <Button
          onClick={() => (error instanceof Problem ? void router.invalidate() : window.location.reload())}
        >
          <Trans>Retry</Trans>
        </Button>
      }
    >
      {sentence}
    </EmptyState>
  );
}

/** Matches what browsers and Vite's style preloader report when a file of the app fails to load. */
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error && /dynamically imported module|module script|preload CSS/i.test(error.message)
  );
}
