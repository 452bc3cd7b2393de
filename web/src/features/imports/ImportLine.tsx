import { ActionIcon, Button } from '@mantine/core';
import { IconBrandDropbox, IconBrandGoogleDrive, IconCheck, IconLink, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Import } from '@/api/types';
import { RefusalText } from '@/core/refusals/RefusalText';
import { formatBytes, formatMegabytes } from '@/lib/format';
import classes from '@/ui/transfers.module.css';
import { useRemoveImportedCopy } from './queries';

interface Props {
  item: Import;
  onOpenAsset: (id: string) => void;
  /** Cancels it, or takes its line away. */
  onDrop: () => void;
  onRetry: () => void;
}

const icons = { dropbox: IconBrandDropbox, googleDrive: IconBrandGoogleDrive };
const button = { size: 'compact-sm', h: 32, variant: 'subtle' } as const;

export function ImportLine({ item, onOpenAsset, onDrop, onRetry }: Props) {
  const failed = item.status === 'failed';
  const Icon = icons[item.origin as keyof typeof icons] ?? IconLink;
  const remove = useRemoveImportedCopy(onDrop);
  return (
    <>
      <span className={classes.thumb} aria-hidden="true">
        <Icon size={20} stroke={1.5} />
      </span>
      <div className={classes.what}>
        <div className={classes.name} dir="auto" title={item.url ?? item.name}>
          {item.name}
        </div>
        <div
          className={classes.state}
          data-failed={failed || undefined}
          data-notice={item.duplicateOf === null ? undefined : ''}
        >
          {remove.error ? <span role="alert">{remove.error.message}</span> : stateOf(item)}
        </div>
      </div>
      <div className={classes.doing}>
        {item.duplicateOf !== null ? (
          <>
            <Button {...button} onClick={() => item.duplicateOf && onOpenAsset(item.duplicateOf)}>
              Open it
            </Button>
            <Button {...button} onClick={onDrop}>
              Keep both
            </Button>
            <Button {...button} loading={remove.isPending} onClick={() => remove.mutate(item.id)}>
              Remove the copy
            </Button>
          </>
        ) : item.status === 'done' ? (
          <ActionIcon data-single="" component="span" c="var(--accent)" aria-hidden="true">
            <IconCheck size={18} stroke={2} />
          </ActionIcon>
        ) : (
          <>
            {item.failure?.retryable && (
              <Button {...button} onClick={onRetry}>
                Retry
              </Button>
            )}
            <ActionIcon
              title={failed ? 'Dismiss' : 'Cancel'}
              data-single={failed ? undefined : ''}
              aria-label={`${failed ? 'Dismiss' : 'Cancel'} ${item.name}`}
              onClick={onDrop}
            >
              <IconX size={17} stroke={1.5} />
            </ActionIcon>
          </>
        )}
      </div>
    </>
  );
}

function stateOf(item: Import): ReactNode {
  if (item.failure) return <RefusalText {...item.failure} english={item.failure.reason} />;
  if (item.duplicateOf !== null) return 'Already in the library.';
  switch (item.status) {
    case 'waiting':
      return item.totalBytes === null
        ? 'Waiting its turn'
        : `${formatBytes(item.totalBytes)} · waiting its turn`;
    case 'done':
      return `${formatBytes(item.receivedBytes)} · imported`;
    default:
      if (item.receivedBytes === 0) return 'Connecting…';
      if (item.receivedBytes === item.totalBytes) return `${formatBytes(item.receivedBytes)} · being checked`;
      return item.totalBytes === null
        ? `${formatBytes(item.receivedBytes)} so far · total size unknown`
        : `${formatMegabytes(item.receivedBytes)} of ${formatMegabytes(item.totalBytes)} MB`;
  }
}
