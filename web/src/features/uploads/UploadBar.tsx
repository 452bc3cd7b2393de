import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, CloseButton } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useSession } from '@/core/session/session';
import { formatBytes, formatCount, formatMegabytes, formatRemaining } from '@/lib/format';
import { lazyPart } from '@/ui/lazyPart';
import { Spoken } from '@/ui/Spoken';
import { TransferBar, TransferButton } from '@/ui/TransferBar';
import classes from '@/ui/transfers.module.css';
import { doneInWords, leftOutInWords } from './doneInWords';
import { failureOf, newsOf } from './news';
import type { Uploads, UploadsSnapshot } from './Uploads';
import { useUnfinished, useUploads } from './useUploads';

const UploadList = lazyPart(() => import('./UploadList'));

interface Props {
  uploads: Uploads;
  group: string;
  onOpenAsset: (id: string) => void;
  onChooseFiles: () => void;
}

/** One line above the grid while files are being uploaded, and as long as one of them needs a decision. */
export function UploadBar(props: Props) {
  const snapshot = useUploads(props.uploads);
  return (
    <>
      <Bar {...props} snapshot={snapshot} />
      <Spoken news={newsOf(snapshot)} failure={failureOf(snapshot)} />
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
  const { t } = useLingui();
  const { user } = useSession();
  const { totals, items } = snapshot;
  const busy = items.length > 0 || totals.leftOut > 0;
  const { unfinished, giveUp } = useUnfinished(user.id, group, busy);
  // After a failure the list is open until the person says otherwise: a red line nobody sees helps nobody.
  const [choice, setChoice] = useState<boolean | null>(null);
  const [wasBusy, setWasBusy] = useState(false);
  if (busy !== wasBusy) {
    setWasBusy(busy);
    setChoice(null);
  }
  const opened = choice ?? (totals.open === 0 && (totals.failed > 0 || totals.duplicates > 0));

  const interrupted = unfinished.length;
  const onlyName = interrupted === 1 ? unfinished[0]?.name : undefined;
  if (!busy)
    return interrupted === 0 ? null : (
      <div className={classes.notice} role="status">
        <IconPlayerPause size={18} stroke={1.5} aria-hidden="true" />
        <p>
          {onlyName ? (
            <Trans>
              Upload interrupted. Choose <bdi>{onlyName}</bdi> again to resume.
            </Trans>
          ) : (
            <Plural
              value={interrupted}
              one="# upload interrupted. Choose the file again to resume."
              other="# uploads interrupted. Choose the files again to resume."
            />
          )}
        </p>
        <Button size="compact-sm" h={32} variant="default" onClick={onChooseFiles}>
          <Trans>Choose files</Trans>
        </Button>
        <CloseButton aria-label={t`Discard these uploads`} onClick={giveUp} />
      </div>
    );

  return (
    <TransferBar
      label={t`Uploads`}
      progress={
        totals.open > 0 ? { label: t`Uploaded`, percent: percent(snapshot), waiting: snapshot.offline } : null
      }
      headline={<Headline snapshot={snapshot} />}
      actions={
        totals.open > 0 ? (
          <TransferButton onClick={() => uploads.cancelAll()}>{t`Cancel all`}</TransferButton>
        ) : (
          (totals.failed > 0 || totals.duplicates > 0) && (
            <TransferButton onClick={() => uploads.dismissAll()}>{t`Dismiss`}</TransferButton>
          )
        )
      }
      toggle={
        items.length > 0
          ? {
              label: opened ? t`Hide files` : t`Show files`,
              opened,
              onToggle: () => setChoice(!opened),
            }
          : null
      }
    >
      {opened && <UploadList items={items} uploads={uploads} onOpenAsset={onOpenAsset} />}
    </TransferBar>
  );
}

function Headline({ snapshot: { totals, secondsLeft, offline } }: { snapshot: UploadsSnapshot }) {
  const failures = totals.failed;
  const failed = failures > 0 && (
    <>
      {' · '}
      <em>
        <Plural value={failures} one="# upload failed" other="# uploads failed" />
      </em>
    </>
  );
  const leftOut = totals.leftOut > 0 && <span> · {leftOutInWords(totals.leftOut)}</span>;
  if (offline)
    return (
      <strong>
        <Trans>Waiting for the connection…</Trans>
      </strong>
    );
  if (totals.open > 0) {
    const [number, count] = [Math.min(totals.count, totals.done + totals.failed + 1), totals.count].map(
      formatCount,
    );
    const [sent, size] = [formatMegabytes(totals.sent), formatMegabytes(totals.bytes)];
    return (
      <>
        <strong>
          <Trans>
            Uploading {number} of {count}
          </Trans>
        </strong>
        <span>
          {' · '}
          {totals.bytes < 100_000 ? (
            formatBytes(totals.bytes)
          ) : (
            <Trans>
              {sent} of {size} MB
            </Trans>
          )}
          {secondsLeft !== null && ` · ${formatRemaining(secondsLeft)}`}
        </span>
        {failed}
        {leftOut}
      </>
    );
  }
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
      <em>
        <Plural value={failures} one="# upload failed" other="# uploads failed" />
      </em>
      {leftOut}
    </>
  ) : (
    <strong>{leftOutInWords(totals.leftOut)}</strong>
  );
}

function percent({ totals }: UploadsSnapshot): number {
  return totals.bytes === 0 ? 0 : Math.round((totals.sent / totals.bytes) * 100);
}
