import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, FileButton } from '@mantine/core';
import { IconCheck, IconPhoto, IconVideo, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo, type ReactNode, useEffect, useState } from 'react';
import { formatBytes, formatMegabytes } from '@/lib/format';
import { ServerMessage } from '@/ui/ServerMessage';
import classes from '@/ui/transfers.module.css';
import { accept } from './accept';
import { hintOf } from './limits';
import { existingQuery, useRemoveCopy } from './queries';
import type { UploadItem } from './queue';
import type { Uploads } from './Uploads';

interface Props {
  item: UploadItem;
  uploads: Uploads;
  onOpenAsset: (id: string) => void;
}

const button = { size: 'compact-sm', h: 32, variant: 'subtle' } as const;

/** Re-renders only when its own file has changed. */
export const UploadLine = memo(function UploadLine({ item, uploads, onOpenAsset }: Props) {
  const { t } = useLingui();
  const { name } = item;
  return (
    <>
      <LocalThumb file={uploads.fileOf(item.id)} />
      {item.duplicateOf !== null && item.assetId !== null ? (
        <Copy
          item={item}
          existing={item.duplicateOf}
          copy={item.assetId}
          onSettled={() => uploads.settle(item.id)}
          onOpenAsset={onOpenAsset}
        />
      ) : (
        <>
          <div className={classes.what}>
            <div className={classes.name} dir="auto" title={item.name}>
              {item.name}
            </div>
            <div className={classes.state} data-failed={item.state === 'failed' || undefined}>
              <State item={item} />
            </div>
          </div>
          <div className={classes.doing}>
            {item.state === 'failed' && item.retryable && (
              <Button {...button} onClick={() => uploads.retry(item.id)}>
                <Trans>Retry</Trans>
              </Button>
            )}
            {item.state === 'failed' && (
              <FileButton accept={accept} onChange={(file) => file && uploads.replace(item.id, file)}>
                {(props) => (
                  <Button {...button} {...props}>
                    <Trans>Choose another file</Trans>
                  </Button>
                )}
              </FileButton>
            )}
            {item.state === 'done' ? (
              <ActionIcon data-single="" component="span" c="var(--accent)" aria-hidden="true">
                <IconCheck size={18} stroke={2} />
              </ActionIcon>
            ) : (
              <ActionIcon
                title={item.state === 'failed' ? t`Dismiss` : t`Cancel`}
                data-single={item.state === 'failed' ? undefined : ''}
                aria-label={item.state === 'failed' ? t`Dismiss ${name}` : t`Cancel ${name}`}
                onClick={() => uploads.drop(item.id)}
              >
                <IconX size={17} stroke={1.5} />
              </ActionIcon>
            )}
          </div>
        </>
      )}
    </>
  );
});

interface CopyProps {
  item: UploadItem;
  existing: string;
  copy: string;
  onSettled: () => void;
  onOpenAsset: (id: string) => void;
}

function Copy({ item, existing, copy, onSettled, onOpenAsset }: CopyProps) {
  const known = useQuery(existingQuery(existing));
  const existingName = known.data?.name;
  const remove = useRemoveCopy(onSettled);
  return (
    <>
      <div className={classes.what}>
        <div className={classes.name} dir="auto" title={item.name}>
          {item.name}
        </div>
        <div className={classes.state} data-notice="">
          {remove.error ? (
            <span role="alert">{remove.error.message}</span>
          ) : existingName === undefined ? (
            <Trans>Already in the library.</Trans>
          ) : (
            <Trans>
              Already in the library as <em dir="auto">{existingName}</em>.
            </Trans>
          )}
        </div>
      </div>
      <div className={classes.doing}>
        <Button {...button} onClick={() => onOpenAsset(existing)}>
          <Trans>Open</Trans>
        </Button>
        <Button {...button} onClick={onSettled}>
          <Trans>Keep both</Trans>
        </Button>
        <Button
          {...button}
          loading={remove.isPending}
          onClick={() => remove.mutate({ item: item.id, assetId: copy })}
        >
          <Trans>Delete copy</Trans>
        </Button>
      </div>
    </>
  );
}

function State({ item }: { item: UploadItem }): ReactNode {
  const { t } = useLingui();
  const size = formatBytes(item.bytes);
  switch (item.state) {
    case 'failed':
      return <ServerMessage>{item.reason ?? t`The upload failed.`}</ServerMessage>;
    case 'queued':
      return item.heldBack ? t`${size} · waiting for your other uploads` : t`${size} · queued`;
    case 'waiting':
      return t`${size} · waiting for the connection`;
    case 'done':
      return t`${size} · uploaded`;
    case 'sending': {
      if (item.sent === item.bytes) return t`${size} · checking…`;
      if (item.bytes < 100_000) return size;
      const [sent, all] = [formatMegabytes(item.sent), formatMegabytes(item.bytes)];
      return t`${sent} of ${all} MB`;
    }
  }
}

/** The picture as it is on this computer; created when the line becomes visible, released when it leaves. */
function LocalThumb({ file }: { file: File | undefined }) {
  const [url, setUrl] = useState<string | null>(null);
  const hint = file ? hintOf(file.name, file.type) : 'unknown';
  useEffect(() => {
    if (!file || hint !== 'image') return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file, hint]);
  return (
    <span className={classes.thumb} aria-hidden="true">
      {url ? (
        <img src={url} alt="" decoding="async" onError={() => setUrl(null)} />
      ) : hint === 'video' ? (
        <IconVideo size={20} stroke={1.5} />
      ) : (
        <IconPhoto size={20} stroke={1.5} />
      )}
    </span>
  );
}
