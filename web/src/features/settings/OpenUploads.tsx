import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenUpload } from '@/api/types';
import { formatBytes, formatCount, formatDateTime, formatMegabytes } from '@/lib/format';
import { useDelayed } from '@/lib/useDelayed';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { openUploadsQuery, useCancelUpload } from './queries';
import classes from './SettingsPage.module.css';

/** For owners and admins: what is on its way in, whoever sends it, and what it keeps of the storage. */
export function OpenUploads() {
  const open = useQuery(openUploadsQuery);
  const late = useDelayed(open.isPending);
  const cancel = useCancelUpload();
  const [doomed, setDoomed] = useState<OpenUpload | null>(null);
  const [asking, setAsking] = useState(false);

  return (
    <section className={classes.section} aria-labelledby="open-uploads">
      <div>
        <h2 id="open-uploads">Uploads in progress</h2>
        <p>
          {open.data && open.data.count > 0
            ? `Files on their way in reserve ${formatBytes(open.data.reservedBytes)} of your storage.`
            : 'Files on their way in reserve storage until they’re done.'}
        </p>
      </div>
      <div className={classes.card}>
        {open.isError && (
          <div className={classes.row} role="alert">
            <span className={classes.what}>{open.error.message}</span>
            <Button variant="subtle" onClick={() => open.refetch()}>
              Retry
            </Button>
          </div>
        )}
        {late && <div className={classes.none}>Loading…</div>}
        {open.data?.items.length === 0 && <div className={classes.none}>No uploads in progress.</div>}
        {open.data?.items.map((upload) => (
          <div className={classes.row} key={upload.id}>
            <IconUpload size={18} stroke={1.5} aria-hidden="true" />
            <div className={classes.what}>
              <div className={classes.name} dir="auto" title={upload.name}>
                {upload.name}
              </div>
              <div className={classes.meta}>
                <bdi>{upload.sender.name}</bdi> · {formatMegabytes(upload.receivedBytes)} of{' '}
                {formatBytes(upload.bytes)} · since {formatDateTime(upload.createdAt)}
              </div>
            </div>
            <Button
              variant="subtle"
              color="red"
              c="var(--danger)"
              size="compact-sm"
              h={32}
              aria-label={`Cancel ${upload.name}`}
              onClick={() => {
                cancel.reset();
                setDoomed(upload);
                setAsking(true);
              }}
            >
              Cancel
            </Button>
          </div>
        ))}
        {open.data && open.data.count > open.data.items.length && (
          <div className={classes.none}>
            And {formatCount(open.data.count - open.data.items.length)} more.
          </div>
        )}
      </div>
      <ConfirmDialog
        opened={asking}
        title={`Cancel the upload of ${doomed?.name ?? ''}?`}
        confirm="Cancel upload"
        busy={cancel.isPending}
        error={cancel.error?.message}
        onClose={() => setAsking(false)}
        onConfirm={() => doomed && cancel.mutate(doomed.id, { onSuccess: () => setAsking(false) })}
      >
        {doomed?.sender.name ?? 'The sender'} is told that it was stopped. Nothing of the file is kept.
      </ConfirmDialog>
    </section>
  );
}
