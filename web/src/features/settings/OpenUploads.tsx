import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenUpload } from '@/api/types';
import { formatBytes, formatCount, formatDateTime, formatMegabytes } from '@/lib/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { EndButton, ListCard } from './ListCard';
import { openUploadsQuery, useCancelUpload } from './queries';
import classes from './SettingsPage.module.css';

/** For owners and admins: what is on its way in, whoever sends it, and what it keeps of the storage. */
export function OpenUploads() {
  const open = useQuery(openUploadsQuery);
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
      <ListCard list={open} none={open.data?.items.length === 0 && 'No uploads in progress.'}>
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
            <EndButton
              aria-label={`Cancel ${upload.name}`}
              onClick={() => {
                cancel.reset();
                setDoomed(upload);
                setAsking(true);
              }}
            >
              Cancel
            </EndButton>
          </div>
        ))}
        {open.data && open.data.count > open.data.items.length && (
          <div className={classes.none}>
            And {formatCount(open.data.count - open.data.items.length)} more.
          </div>
        )}
      </ListCard>
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
