import { t } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button } from '@mantine/core';
import { IconBrandDropbox, IconBrandGoogleDrive, IconCheck, IconLink, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Import } from '@/api/types';
import { RefusalText } from '@/core/refusals/RefusalText';
import { formatBytes } from '@/lib/format';
import classes from '@/ui/transfers.module.css';
import { useRemoveImportedCopy } from './queries';
import { partOf } from './words';

interface Props {
  item: Import;
  onOpenAsset: (id: string) => void;
  /** Cancels it, or removes its line. */
  onDrop: () => void;
  onRetry: () => void;
}

const icons = { dropbox: IconBrandDropbox, googleDrive: IconBrandGoogleDrive };
const button = { size: 'compact-sm', h: 32, variant: 'subtle' } as const;

export function ImportLine({ item, onOpenAsset, onDrop, onRetry }: Props) {
  const { t } = useLingui();
  const { name } = item;
  const failed = item.status === 'failed';
  const Icon = icons[item.origin as keyof typeof icons] ?? IconLink;
  const remove = useRemoveImportedCopy(onDrop);
  return (
    <>
      <span className={classes.thumb} aria-hidden="true">
        <Icon size={20} stroke={1.5} />
      </span>
      <div className={classes.what}>
        <div className={classes.name} dir="auto" title={item.url ?? name}>
          {name}
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
              <Trans context="verb">Open</Trans>
            </Button>
            <Button {...button} onClick={onDrop}>
              <Trans>Keep both</Trans>
            </Button>
            <Button {...button} loading={remove.isPending} onClick={() => remove.mutate(item.id)}>
              <Trans>Delete copy</Trans>
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
                <Trans>Retry</Trans>
              </Button>
            )}
            <ActionIcon
              title={failed ? t`Dismiss` : t`Cancel`}
              data-single={failed ? undefined : ''}
              aria-label={failed ? t`Dismiss ${name}` : t`Cancel ${name}`}
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
  if (item.duplicateOf !== null) return t`Already in the library.`;
  const received = formatBytes(item.receivedBytes);
  const total = item.totalBytes === null ? null : formatBytes(item.totalBytes);
  switch (item.status) {
    case 'waiting':
      return total === null ? t`Queued` : t`${total} · queued`;
    case 'done':
      return t`${received} · imported`;
    default:
      if (item.receivedBytes === 0) return t`Connecting…`;
      if (item.receivedBytes === item.totalBytes) return t`${received} · checking…`;
      return item.totalBytes === null
        ? t`${received} so far · total size unknown`
        : partOf(item.receivedBytes, item.totalBytes);
  }
}
