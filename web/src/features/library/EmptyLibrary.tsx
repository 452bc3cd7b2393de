import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFolder, IconLink, IconPhotoUp, IconUpload } from '@tabler/icons-react';
import { useGroup, useSession } from '@/core/session/session';
import { formatLimit } from '@/lib/format';
import { EmptyState } from '@/ui/EmptyState';
import classes from './EmptyLibrary.module.css';

interface Props {
  onUpload: () => void;
  onUploadFolder: () => void;
  onImport: () => void;
}

export function EmptyLibrary({ onUpload, onUploadFolder, onImport }: Props) {
  const { t } = useLingui();
  const { limits } = useSession();
  const group = useGroup();
  const groupName = group.name;
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  if (group.role === 'viewer')
    return (
      <EmptyState icon={<IconPhotoUp size={28} stroke={1.5} />} title={t`No media yet`}>
        <Trans>Photos and videos will appear here when your team adds them.</Trans>
      </EmptyState>
    );
  const images = formatLimit(limits.imageBytes);
  const videos = formatLimit(limits.videoBytes);
  return (
    <div className={classes.root}>
      <div className={classes.ways}>
        <div className={classes.icon}>
          <IconPhotoUp size={32} stroke={1.5} />
        </div>
        <h2 className={classes.title}>
          <Trans>
            Add photos and videos to <bdi>{groupName}</bdi>
          </Trans>
        </h2>
        <p className={classes.text}>
          {phone
            ? t`Choose as many as you like from your photos and files.`
            : t`Drop files or folders anywhere in this window, paste them, or choose them here.`}
        </p>
        <div className={classes.buttons}>
          <Button size="md" leftSection={<IconUpload size={18} stroke={1.75} />} onClick={onUpload}>
            <Trans>Upload files</Trans>
          </Button>
          {!phone && (
            <Button
              size="md"
              variant="default"
              leftSection={<IconFolder size={18} stroke={1.5} />}
              onClick={onUploadFolder}
            >
              <Trans>Upload a folder</Trans>
            </Button>
          )}
          <Button
            size="md"
            variant="default"
            leftSection={<IconLink size={18} stroke={1.5} />}
            onClick={onImport}
          >
            <Trans>Import from URL</Trans>
          </Button>
        </div>
      </div>
      <p className={classes.small}>
        <Trans>JPEG, PNG, WebP and GIF up to {images}</Trans>
        <br />
        <Trans>MP4, MOV and WebM up to {videos}</Trans>
      </p>
    </div>
  );
}
