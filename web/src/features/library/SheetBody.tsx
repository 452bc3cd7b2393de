import { Button, CopyButton, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCopy,
  IconDownload,
  IconHourglass,
  IconPhoto,
  IconRefresh,
  IconTrash,
  IconVideo,
} from '@tabler/icons-react';
import type { Asset } from '@/api/types';
import { formatBytes } from '@/lib/format';
import { Words } from '@/ui/Words';
import classes from './AssetSheet.module.css';
import { type AssetActions, renditionOf } from './assets';
import { detailsOf, formatName } from './details';

const small = { size: 16, stroke: 1.5 } as const;

export function SheetBody({ asset, onView, onDownload, onDelete, onRetry }: { asset: Asset } & AssetActions) {
  const size = asset.width && asset.height ? `${asset.width} × ${asset.height} · ` : '';
  return (
    <div className={classes.body}>
      <Stage asset={asset} onView={onView} />
      <h2 className={classes.name}>{asset.name}</h2>
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
          <IconHourglass size={18} stroke={1.5} />
          <span>A draft: it waits for an editor to accept it.</span>
        </div>
      )}
      {asset.status === 'failed' && (
        <div className={classes.state} data-failed="">
          <IconAlertTriangle size={18} stroke={1.5} />
          <span>
            <strong>This file could not be prepared</strong>
            <Words>{asset.failure?.reason ?? 'No reason is known.'}</Words>
          </span>
        </div>
      )}

      <div className={classes.actions}>
        {asset.status === 'failed' && asset.failure?.retryable !== false && (
          <Button leftSection={<IconRefresh {...small} />} onClick={() => onRetry(asset)}>
            Retry
          </Button>
        )}
        <Button variant="default" leftSection={<IconDownload {...small} />} onClick={() => onDownload(asset)}>
          Download
        </Button>
        <Button
          variant="subtle"
          color="red"
          c="var(--danger)"
          leftSection={<IconTrash {...small} />}
          onClick={() => onDelete(asset)}
        >
          Delete
        </Button>
      </div>

      <dl className={classes.details}>
        {detailsOf(asset).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
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

function Stage({ asset, onView }: { asset: Asset; onView: (asset: Asset) => void }) {
  const poster = renditionOf(asset, 'poster', 'preview', 'thumb')?.url;
  const picture = asset.animated ? asset.original.url : renditionOf(asset, 'preview', 'thumb')?.url;
  const ratio = asset.width && asset.height ? asset.width / asset.height : 4 / 3;
  const style = {
    // Very wide and very tall pictures keep a stage that one can look at.
    aspectRatio: Math.min(3, Math.max(0.62, ratio)),
    backgroundImage: asset.placeholder && !asset.animated ? `url(${asset.placeholder})` : undefined,
  };
  if (asset.kind === 'video' && asset.status !== 'failed' && asset.width !== null)
    return (
      <div className={classes.stage} style={style}>
        {/* biome-ignore lint/a11y/useMediaCaption: members upload these; Magpie has no captions for them. */}
        <video
          src={renditionOf(asset, 'playback')?.url ?? asset.original.url}
          poster={poster}
          controls
          playsInline
          preload="metadata"
          aria-label={asset.name}
        />
      </div>
    );
  const Kind = asset.kind === 'video' ? IconVideo : IconPhoto;
  return (
    <div className={classes.stage} style={style}>
      {picture ? (
        <img src={picture} alt={asset.altText ?? asset.name} />
      ) : (
        <Kind className={classes.blank} size={40} stroke={1.5} />
      )}
      {picture && (
        <button
          type="button"
          className={classes.enlarge}
          aria-label={`Show ${asset.name} full screen`}
          onClick={() => onView(asset)}
        />
      )}
    </div>
  );
}
