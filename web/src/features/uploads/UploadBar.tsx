import { Button, CloseButton } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useSession } from '@/core/session/session';
import { formatBytes, formatCount, formatMegabytes, formatRemaining, plural } from '@/lib/format';
import { lazyPart } from '@/ui/lazyPart';
import { Spoken } from '@/ui/Spoken';
import { TransferBar, TransferButton } from '@/ui/TransferBar';
import type { TransferListProps } from '@/ui/TransferList';
import classes from '@/ui/transfers.module.css';
import { doneInWords, leftOutInWords } from './doneInWords';
import type { UploadItem } from './queue';
import { UploadLine } from './UploadLine';
import type { Uploads, UploadsSnapshot } from './Uploads';
import { useUnfinished, useUploads } from './useUploads';

const TransferList = lazyPart<TransferListProps<UploadItem>>(() => import('@/ui/TransferList'));

interface Props {
  uploads: Uploads;
  group: string;
  onOpenAsset: (id: string) => void;
  onChooseFiles: () => void;
}

/** One line above the grid while files are under way, and for as long as one of them needs a decision. */
export function UploadBar(props: Props) {
  const snapshot = useUploads(props.uploads);
  return (
    <>
      <Bar {...props} snapshot={snapshot} />
      <Spoken news={spoken(snapshot)} failure={failureOf(snapshot)} />
    </>
  );
}

function Bar({
  uploads,
  group,
  onOpenAsset,
  onChooseFiles,
  snapshot,
}: Props & { snapshot: UploadsSnapshot }) {
  const { user } = useSession();
  const { totals, items } = snapshot;
  const busy = items.length > 0 || totals.leftOut > 0;
  const { unfinished, giveUp } = useUnfinished(user.id, group, busy);
  // Open until the person says otherwise when something failed: a red line nobody sees helps nobody.
  const [choice, setChoice] = useState<boolean | null>(null);
  const [wasBusy, setWasBusy] = useState(false);
  if (busy !== wasBusy) {
    setWasBusy(busy);
    setChoice(null);
  }
  const opened = choice ?? (totals.open === 0 && (totals.failed > 0 || totals.duplicates > 0));

  if (!busy)
    return unfinished.length === 0 ? null : (
      <div className={classes.notice} role="status">
        <IconPlayerPause size={18} stroke={1.5} aria-hidden="true" />
        <p>
          {plural(unfinished.length, 'upload was', 'uploads were')} interrupted. Choose{' '}
          {unfinished.length === 1 ? `${unfinished[0]?.name || 'the file'} again` : 'the files again'} to
          resume.
        </p>
        <Button size="compact-sm" h={32} variant="default" onClick={onChooseFiles}>
          Choose files
        </Button>
        <CloseButton aria-label="Give these uploads up" onClick={giveUp} />
      </div>
    );

  return (
    <TransferBar
      label="Uploads"
      progress={
        totals.open > 0 ? { label: 'Uploaded', percent: percent(snapshot), waiting: snapshot.offline } : null
      }
      headline={<Headline snapshot={snapshot} />}
      actions={
        totals.open > 0 ? (
          <TransferButton onClick={() => uploads.cancelAll()}>Cancel all</TransferButton>
        ) : (
          (totals.failed > 0 || totals.duplicates > 0) && (
            <TransferButton onClick={() => uploads.dismissAll()}>Dismiss</TransferButton>
          )
        )
      }
      toggle={
        items.length > 0
          ? {
              label: opened ? 'Hide the files' : 'Show the files',
              opened,
              onToggle: () => setChoice(!opened),
            }
          : null
      }
    >
      {opened && (
        <TransferList items={items}>
          {(item) => <UploadLine item={item} uploads={uploads} onOpenAsset={onOpenAsset} />}
        </TransferList>
      )}
    </TransferBar>
  );
}

function Headline({ snapshot: { totals, secondsLeft, offline } }: { snapshot: UploadsSnapshot }) {
  const failed = totals.failed > 0 && (
    <>
      {' · '}
      <em>{plural(totals.failed, 'file', 'files')} failed</em>
    </>
  );
  const leftOut = totals.leftOut > 0 && <span> · {leftOutInWords(totals.leftOut)}</span>;
  if (offline) return <strong>Waiting for the connection…</strong>;
  if (totals.open > 0)
    return (
      <>
        <strong>
          Uploading {formatCount(Math.min(totals.count, totals.done + totals.failed + 1))} of{' '}
          {formatCount(totals.count)}
        </strong>
        <span>
          {' · '}
          {totals.bytes < 100_000
            ? formatBytes(totals.bytes)
            : `${formatMegabytes(totals.sent)} of ${formatMegabytes(totals.bytes)} MB`}
          {secondsLeft !== null && ` · ${formatRemaining(secondsLeft)}`}
        </span>
        {failed}
        {leftOut}
      </>
    );
  const [first, second] = doneInWords(totals);
  return first ? (
    <>
      <strong>{first}</strong>
      {second && <span> · {second}</span>}
      {failed}
      {leftOut}
    </>
  ) : totals.failed > 0 ? (
    <>
      <em>{plural(totals.failed, 'file was', 'files were')} not uploaded</em>
      {leftOut}
    </>
  ) : (
    <strong>{leftOutInWords(totals.leftOut)}</strong>
  );
}

function percent({ totals }: UploadsSnapshot): number {
  return totals.bytes === 0 ? 0 : Math.round((totals.sent / totals.bytes) * 100);
}

/** Said aloud: the turning points only, not each step of the progress. */
function spoken({ totals, offline }: UploadsSnapshot): string {
  if (offline) return 'Uploads are waiting for the connection.';
  if (totals.open > 0) return `Uploading ${plural(totals.count, 'file', 'files')}.`;
  const leftOut = totals.leftOut > 0 ? [leftOutInWords(totals.leftOut)] : [];
  return [...doneInWords(totals), ...leftOut].map((words) => `${words}.`).join(' ');
}

/** Once, when the last file is through: one reason is said, of several how many. */
function failureOf({ totals, items }: UploadsSnapshot): string {
  if (totals.open > 0 || totals.failed === 0) return '';
  const reason = totals.failed === 1 && items.find(({ state }) => state === 'failed')?.reason;
  return reason
    ? reason.replace(/\*/g, '')
    : `${plural(totals.failed, 'file was', 'files were')} not uploaded.`;
}
