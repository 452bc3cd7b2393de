import { Trans, useLingui } from '@lingui/react/macro';
import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenUpload } from '@/api/types';
import { formatBytes, formatCount, formatDateTime, formatMegabytes } from '@/lib/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { EndButton, ListCard } from './ListCard';
import { openUploadsQuery, useCancelUpload } from './queries';
import classes from './SettingsPage.module.css';

/** For owners and admins: the uploads in progress, whoever sends them, and the storage they reserve. */
export function OpenUploads() {
  const { t } = useLingui();
  const open = useQuery(openUploadsQuery);
  const cancel = useCancelUpload();
  const [doomed, setDoomed] = useState<OpenUpload | null>(null);
  const [asking, setAsking] = useState(false);
  const reserved = formatBytes(open.data?.reservedBytes ?? 0);
  const name = doomed?.name ?? '';
  const left = open.data ? open.data.count - open.data.items.length : 0;
  const more = formatCount(left);
  const sender = doomed?.sender.name;
  const cancelOf = ({ name }: OpenUpload) => t`Cancel ${name}`;

  return (
    <section className={classes.section} aria-labelledby="open-uploads">
      <div>
        <h2 id="open-uploads">
          <Trans>Uploads in progress</Trans>
        </h2>
        <p>
          {open.data && open.data.count > 0 ? (
            <Trans>Uploads in progress reserve {reserved} of your storage.</Trans>
          ) : (
            <Trans>Uploads in progress reserve storage until they’re done.</Trans>
          )}
        </p>
      </div>
      <ListCard list={open} none={open.data?.items.length === 0 && t`No uploads in progress`}>
        {open.data?.items.map((upload) => (
          <div className={classes.row} key={upload.id}>
            <IconUpload size={18} stroke={1.5} aria-hidden="true" />
            <div className={classes.what}>
              <div className={classes.name} dir="auto" title={upload.name}>
                {upload.name}
              </div>
              <div className={classes.meta}>
                <Facts upload={upload} />
              </div>
            </div>
            <EndButton
              aria-label={cancelOf(upload)}
              onClick={() => {
                cancel.reset();
                setDoomed(upload);
                setAsking(true);
              }}
            >
              {t`Cancel`}
            </EndButton>
          </div>
        ))}
        {left > 0 && (
          <div className={classes.none}>
            <Trans>And {more} more</Trans>
          </div>
        )}
      </ListCard>
      <ConfirmDialog
        opened={asking}
        title={t`Cancel upload of ${name}?`}
        confirm={t`Cancel upload`}
        busy={cancel.isPending}
        error={cancel.error?.message}
        onClose={() => setAsking(false)}
        onConfirm={() => doomed && cancel.mutate(doomed.id, { onSuccess: () => setAsking(false) })}
      >
        <Trans>
          <bdi>{sender}</bdi> will see that it was cancelled. The file won’t be kept.
        </Trans>
      </ConfirmDialog>
    </section>
  );
}

function Facts({ upload }: { upload: OpenUpload }) {
  const sender = upload.sender.name;
  const received = formatMegabytes(upload.receivedBytes);
  const size = formatBytes(upload.bytes);
  const start = formatDateTime(upload.createdAt);
  return (
    <Trans>
      <bdi>{sender}</bdi> · {received} of {size} · since {start}
    </Trans>
  );
}
