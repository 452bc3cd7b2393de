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
  const { limits } = useSession();
  const group = useGroup();
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  if (group.role === 'viewer')
    return (
      <EmptyState icon={<IconPhotoUp size={28} stroke={1.5} />} title={`${group.name} is empty`}>
        Photos and videos appear here as soon as somebody adds them.
      </EmptyState>
    );
  return (
    <div className={classes.root}>
      <div className={classes.door}>
        <div className={classes.icon}>
          <IconPhotoUp size={32} stroke={1.5} />
        </div>
        <h2 className={classes.title}>Fill {group.name} with photos and videos</h2>
        <p className={classes.text}>
          {phone
            ? 'Choose them from your photos and files, as many at once as you like.'
            : 'Drop files or whole folders anywhere on this window, paste them, or choose them here.'}
        </p>
        <div className={classes.buttons}>
          <Button size="md" leftSection={<IconUpload size={18} stroke={1.75} />} onClick={onUpload}>
            Upload files
          </Button>
          {!phone && (
            <Button
              size="md"
              variant="default"
              leftSection={<IconFolder size={18} stroke={1.5} />}
              onClick={onUploadFolder}
            >
              Upload a folder
            </Button>
          )}
          <Button
            size="md"
            variant="default"
            leftSection={<IconLink size={18} stroke={1.5} />}
            onClick={onImport}
          >
            Import from URL
          </Button>
        </div>
      </div>
      <p className={classes.small}>
        JPEG, PNG, WebP and GIF up to {formatLimit(limits.imageBytes)}
        <br />
        MP4, MOV and WebM up to {formatLimit(limits.videoBytes)}
      </p>
    </div>
  );
}
