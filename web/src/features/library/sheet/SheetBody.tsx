import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CopyButton, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCopy,
  IconDownload,
  IconHourglass,
  IconPencil,
  IconPencilPlus,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react';
import type { KnownAsset } from '@/api/types';
import { openComposer } from '@/core/posts/openComposer';
import { RefusalText } from '@/core/refusals/RefusalText';
import { useAccess } from '@/core/session/access';
import { formatBytes, formatDateTime, formatDimensions, joined } from '@/lib/format';
import type { AssetActions } from '../actions/entries';
import { usePerform } from '../actions/perform';
import { targetOfAsset } from '../actions/targets';
import classes from './AssetSheet.module.css';
import { detailsOf, formatName } from './details';
import { SheetFits } from './SheetFits';
import { SheetLabels } from './SheetLabels';
import { SheetLink } from './SheetLink';
import { SheetName } from './SheetName';
import { SheetPosts } from './SheetPosts';
import { SheetStage } from './SheetStage';
import { SheetText } from './SheetText';
import parts from './sheet.module.css';

const small = { size: 16, stroke: 1.5 } as const;

interface Props extends AssetActions {
  asset: KnownAsset;
  /** Only the grid's data is there; the details are still loading. */
  waiting: boolean;
  onLabel: (name: string) => void;
}

export function SheetBody({ asset, waiting, onLabel, onView, onDownload, onDelete, onRetry }: Props) {
  const { t } = useLingui();
  const access = useAccess();
  const { perform } = usePerform();
  const editable = access.mayChange(asset);
  const noteBy = asset.noteChangedBy?.name;
  const noteAt = asset.noteChangedAt && formatDateTime(asset.noteChangedAt);
  const setStatus = (action: 'ready' | 'draft') => void perform([{ action }], targetOfAsset(asset));
  return (
    <div className={classes.body}>
      <SheetStage asset={asset} onView={onView} />
      <SheetName asset={asset} editable={editable} />
      <p className={classes.sub}>
        {joined([
          ...(asset.width && asset.height ? [formatDimensions(asset.width, asset.height)] : []),
          formatName(asset),
          formatBytes(asset.bytes),
        ])}
      </p>

      {asset.status === 'processing' && (
        <div className={classes.state}>
          <IconHourglass size={18} stroke={1.5} />
          <span>
            <Trans>Creating previews… You can already download the file.</Trans>
          </span>
        </div>
      )}
      {asset.status === 'draft' && (
        <div className={classes.state}>
          <IconPencil size={18} stroke={1.5} />
          <span>
            <strong>
              <Trans context="state of a file">Draft</Trans>
            </strong>
            {access.edits ? t`Mark it as ready to schedule it.` : t`An editor needs to mark it as ready.`}
          </span>
          {access.edits && (
            <Button size="compact-sm" h={36} onClick={() => setStatus('ready')}>
              <Trans>Mark as ready</Trans>
            </Button>
          )}
        </div>
      )}
      {asset.status === 'failed' && (
        <div className={classes.state} data-failed="">
          <IconAlertTriangle size={18} stroke={1.5} />
          <span>
            <strong>
              <Trans>We couldn’t process this file</Trans>
            </strong>
            <RefusalText {...asset.failure} english={asset.failure?.reason ?? t`Unknown reason.`} />
          </span>
        </div>
      )}

      <div className={classes.actions}>
        {editable && asset.status === 'failed' && asset.failure?.retryable !== false && (
          <Button leftSection={<IconRefresh {...small} />} onClick={() => onRetry(asset)}>
            <Trans>Retry</Trans>
          </Button>
        )}
        {access.adds && asset.status !== 'failed' && (
          <Button
            leftSection={<IconPencilPlus {...small} />}
            onClick={() => openComposer({ assetIds: [asset.id] })}
          >
            <Trans>Create post</Trans>
          </Button>
        )}
        <Button variant="default" leftSection={<IconDownload {...small} />} onClick={() => onDownload(asset)}>
          <Trans>Download</Trans>
        </Button>
        {access.edits && asset.status === 'ready' && (
          <Button
            variant="default"
            leftSection={<IconPencil {...small} />}
            onClick={() => setStatus('draft')}
          >
            <Trans>Mark as draft</Trans>
          </Button>
        )}
        {editable && (
          <Button
            variant="subtle"
            color="red"
            c="var(--danger)"
            leftSection={<IconTrash {...small} />}
            onClick={() => onDelete(asset)}
          >
            <Trans>Delete</Trans>
          </Button>
        )}
      </div>

      <SheetLabels asset={asset} editable={editable} onLabel={onLabel} />
      <SheetText
        asset={asset}
        field="note"
        label={t`Note`}
        placeholder={t`Note for the team. New posts start with it as the caption.`}
        none={t`No note`}
        maxLength={10_000}
        editable={editable}
      >
        {noteAt && asset.note && (
          <p className={parts.quiet}>
            {noteBy === undefined ? (
              <Trans>Edited {noteAt}</Trans>
            ) : (
              <Trans>
                Edited by <bdi>{noteBy}</bdi>, {noteAt}
              </Trans>
            )}
          </p>
        )}
      </SheetText>
      <SheetText
        asset={asset}
        field="altText"
        label={t`Alt text`}
        placeholder={
          asset.kind === 'video'
            ? t`Describe the video for people who can’t see it.`
            : t`Describe the picture for people who can’t see it.`
        }
        none={t`No alt text`}
        maxLength={2000}
        editable={editable}
      />
      <SheetFits asset={asset} waiting={waiting} />
      <SheetPosts asset={asset} />
      <SheetLink asset={asset} editable={editable} />

      <h3 className={classes.heading}>
        <Trans>Details</Trans>
      </h3>
      <dl className={classes.details}>
        {detailsOf(asset).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
        {asset.sourceUrl && (
          <div className={classes.wide}>
            <dt>
              <Trans>Imported from</Trans>
            </dt>
            <dd style={{ overflowWrap: 'anywhere' }}>
              <a href={asset.sourceUrl} target="_blank" rel="noreferrer noopener">
                {asset.sourceUrl}
              </a>
            </dd>
          </div>
        )}
        <div className={classes.wide}>
          {/* untranslated: it is a name */}
          <dt>SHA-256</dt>
          <dd>
            <CopyButton value={asset.sha256}>
              {({ copied, copy }) => (
                <UnstyledButton className={classes.hash} onClick={copy} title={asset.sha256}>
                  <span>
                    {asset.sha256.slice(0, 12)}…{asset.sha256.slice(-6)}
                  </span>
                  {copied ? <IconCheck size={14} /> : <IconCopy size={14} stroke={1.5} />}
                  <span role="status">{copied ? t`Copied` : ''}</span>
                </UnstyledButton>
              )}
            </CopyButton>
          </dd>
        </div>
      </dl>
    </div>
  );
}
