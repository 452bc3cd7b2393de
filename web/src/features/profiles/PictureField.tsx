import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { thumbOf } from '@/core/assets/asset';
import type { Uploader } from '@/core/picker/uploader';
import { lazyPart } from '@/ui/lazyPart';
import classes from './EditProfile.module.css';

const MediaSelector = lazyPart(() => import('@/core/picker/MediaSelector'));

export interface Picture {
  assetId: string;
  thumbUrl: string | null;
}

interface Props {
  picture: Picture | null;
  uploader: Uploader;
  picking: boolean;
  onPicking: (picking: boolean) => void;
  onChange: (picture: Picture | null) => void;
}

/** The account's picture, chosen from the library. */
export function PictureField({ picture, uploader, picking, onPicking, onChange }: Props) {
  const { t } = useLingui();
  return (
    <div>
      <div className={classes.label}>
        <Trans>Picture</Trans>
      </div>
      <div className={classes.picture}>
        {picture?.thumbUrl ? (
          <img src={picture.thumbUrl} alt="" />
        ) : (
          <span className={classes.blank}>
            <IconUser size={24} stroke={1.5} aria-hidden="true" />
          </span>
        )}
        <Button
          variant="default"
          aria-label={picture ? t`Change picture` : undefined}
          onClick={() => onPicking(true)}
        >
          {picture ? <Trans>Change</Trans> : <Trans>Choose picture</Trans>}
        </Button>
        {picture && (
          <Button
            variant="subtle"
            color="gray"
            c="var(--ink)"
            aria-label={t`Remove picture`}
            onClick={() => onChange(null)}
          >
            <Trans>Remove</Trans>
          </Button>
        )}
      </div>
      {picking && (
        <MediaSelector
          title={t`Profile picture`}
          inPost={[]}
          most={1}
          kind="image"
          uploader={uploader}
          onClose={() => onPicking(false)}
          onSelect={([asset]) => {
            if (asset) onChange({ assetId: asset.id, thumbUrl: thumbOf(asset)?.url ?? null });
            onPicking(false);
          }}
        />
      )}
    </div>
  );
}
