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
import { formatBytes, formatDateTime } from '@/lib/format';
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
  /** Only what the grid knows has come so far. */
  waiting: boolean;
  onLabel: (name: string) => void;
}

export function SheetBody({ asset, waiting, onLabel, onView, onDownload, onDelete, onRetry }: Props) {
  const access = useAccess();
  const { perform } = usePerform();
  const editable = access.mayChange(asset);
  const size = asset.width && asset.height ? `${asset.width} × ${asset.height} · ` : '';
  const setStatus = (action: 'ready' | 'draft') => void perform([{ action }], targetOfAsset(asset));
  return (
    <div className={classes.body}>
      <SheetStage asset={asset} onView={onView} />
      <SheetName asset={asset} editable={editable} />
      <p className={classes.sub}>
        {size}
        {formatName(asset)} · {formatBytes(asset.bytes)}
      </p>

      {asset.status === 'processing' && (
        <div className={classes.state}>
          <IconHourglass size={18} stroke={1.5} />
          <span>Previews are being made. You can download the file already.</span>
        </div>
      )}
      {asset.status === 'draft' && (
        <div className={classes.state}>
          <IconPencil size={18} stroke={1.5} />
          <span>
            <strong>Draft</strong>
            {access.edits
              ? 'It can be scheduled once you accept it.'
              : 'It waits for an editor to accept it.'}
          </span>
          {access.edits && (
            <Button size="compact-sm" h={36} onClick={() => setStatus('ready')}>
              Accept
            </Button>
          )}
        </div>
      )}
      {asset.status === 'failed' && (
        <div className={classes.state} data-failed="">
          <IconAlertTriangle size={18} stroke={1.5} />
          <span>
            <strong>This file could not be prepared</strong>
            <RefusalText {...asset.failure} english={asset.failure?.reason ?? 'No reason is known.'} />
          </span>
        </div>
      )}

      <div className={classes.actions}>
        {editable && asset.status === 'failed' && asset.failure?.retryable !== false && (
          <Button leftSection={<IconRefresh {...small} />} onClick={() => onRetry(asset)}>
            Retry
          </Button>
        )}
        {access.adds && asset.status !== 'failed' && (
          <Button
            leftSection={<IconPencilPlus {...small} />}
            onClick={() => openComposer({ assetIds: [asset.id] })}
          >
            Make a post
          </Button>
        )}
        <Button variant="default" leftSection={<IconDownload {...small} />} onClick={() => onDownload(asset)}>
          Download
        </Button>
        {access.edits && asset.status === 'ready' && (
          <Button
            variant="default"
            leftSection={<IconPencil {...small} />}
            onClick={() => setStatus('draft')}
          >
            Back to draft
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
            Delete
          </Button>
        )}
      </div>

      <SheetLabels asset={asset} editable={editable} onLabel={onLabel} />
      <SheetText
        asset={asset}
        field="note"
        label="Note"
        placeholder="For the team. It becomes the caption when a post is made."
        none="No note."
        maxLength={10_000}
        editable={editable}
      >
        {asset.noteChangedAt && asset.note && (
          <p className={parts.quiet}>
            {asset.noteChangedBy?.name ?? 'Somebody'} changed it on {formatDateTime(asset.noteChangedAt)}
          </p>
        )}
      </SheetText>
      <SheetText
        asset={asset}
        field="altText"
        label="Alt text"
        placeholder="What is to be seen, for those who cannot see it."
        none="No alt text."
        maxLength={2000}
        editable={editable}
      />
      <SheetFits asset={asset} waiting={waiting} />
      <SheetPosts asset={asset} />
      <SheetLink asset={asset} editable={editable} />

      <h3 className={classes.heading}>Details</h3>
      <dl className={classes.details}>
        {detailsOf(asset).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {asset.sourceUrl && (
          <div className={classes.wide}>
            <dt>Imported from</dt>
            <dd style={{ overflowWrap: 'anywhere' }}>
              <a href={asset.sourceUrl} target="_blank" rel="noreferrer noopener">
                {asset.sourceUrl}
              </a>
            </dd>
          </div>
        )}
        <div className={classes.wide}>
          <dt>SHA-256</dt>
          <dd>
            <CopyButton value={asset.sha256}>
              {({ copied, copy }) => (
                <UnstyledButton className={classes.hash} onClick={copy} title={asset.sha256}>
                  <span>
                    {asset.sha256.slice(0, 12)}…{asset.sha256.slice(-6)}
                  </span>
                  {copied ? <IconCheck size={14} /> : <IconCopy size={14} stroke={1.5} />}
                  <span role="status">{copied ? 'Copied' : ''}</span>
                </UnstyledButton>
              )}
            </CopyButton>
          </dd>
        </div>
      </dl>
    </div>
  );
}
