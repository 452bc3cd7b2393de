import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import { IconPhoto, IconVideo } from '@tabler/icons-react';
import type { Asset } from '@/api/types';
import { thumbOf } from '@/core/assets/asset';
import { formatBytes } from '@/lib/format';
import { daysLeft, daysLeftInWords } from './queries';
import classes from './TrashPage.module.css';

interface Props {
  asset: Asset;
  editable: boolean;
  selected: boolean;
  onToggle: () => void;
  onRestore: () => void;
  onRemove: () => void;
}

export function TrashTile({ asset, editable, selected, onToggle, onRestore, onRemove }: Props) {
  const { t } = useLingui();
  const { name } = asset;
  const thumb = thumbOf(asset);
  const Kind = asset.kind === 'video' ? IconVideo : IconPhoto;
  const left = asset.trashedAt ? daysLeft(asset.trashedAt, Date.now()) : null;
  return (
    <li className={classes.tile} data-chosen={selected || undefined}>
      <div
        className={classes.picture}
        style={{ backgroundImage: asset.placeholder ? `url(${asset.placeholder})` : undefined }}
      >
        {thumb ? (
          <img src={thumb.url} alt="" loading="lazy" decoding="async" draggable={false} />
        ) : (
          <Kind size={28} stroke={1.5} aria-hidden="true" />
        )}
        {editable && (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is Mantine's checkbox inside.
          <label className={classes.check}>
            <Checkbox size="sm" checked={selected} aria-label={t`Select ${name}`} onChange={onToggle} />
          </label>
        )}
      </div>
      <div className={classes.name} dir="auto" title={name}>
        {name}
      </div>
      <div className={classes.meta}>
        {left !== null && <span data-soon={left < 3 || undefined}>{daysLeftInWords(left)}</span>}
        <span>{formatBytes(asset.bytes)}</span>
      </div>
      {editable && (
        <div className={classes.buttons}>
          <Button variant="default" size="compact-sm" onClick={onRestore} aria-label={t`Restore ${name}`}>
            <Trans>Restore</Trans>
          </Button>
          <Button
            variant="subtle"
            color="red"
            c="var(--danger)"
            size="compact-sm"
            onClick={onRemove}
            aria-label={t`Delete ${name} permanently`}
          >
            <Trans>Delete</Trans>
          </Button>
        </div>
      )}
    </li>
  );
}
