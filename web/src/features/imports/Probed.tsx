import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPhoto, IconVideo } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { ProbedFile } from '@/api/types';
import { formatBytes, formatDimensions, formatDuration } from '@/lib/format';
import { useDelayed } from '@/lib/useDelayed';
import classes from './Probed.module.css';

const formats: Record<ProbedFile['format'], MessageDescriptor> = {
  jpeg: msg`JPEG picture`,
  png: msg`PNG picture`,
  webp: msg`WebP picture`,
  gif: msg`GIF picture`,
  mp4: msg`MP4 video`,
  mov: msg`QuickTime video`,
  webm: msg`WebM video`,
};

const missing: Record<NonNullable<ProbedFile['missingPreview']>, MessageDescriptor> = {
  noParts: msg`No preview: it needs the end of the file, and this server doesn’t send files in parts.`,
  tooSlow: msg`No preview: the download is too slow.`,
  unreadable: msg`No preview: Magpie couldn’t make one.`,
};

/** What was found at the address. Its space is reserved from the start, so that nothing moves when it arrives. */
export function Probed({ pending, file }: { pending: boolean; file: ProbedFile | undefined }) {
  const { t } = useLingui();
  const waiting = useDelayed(pending);
  const name = file?.fileName ?? '';
  return (
    <div className={classes.file} aria-live="polite" aria-busy={pending}>
      <span className={classes.picture} data-waiting={(!file && waiting) || undefined}>
        {file?.preview ? (
          <img src={file.preview} alt={t`Preview of ${name}`} />
        ) : (
          file &&
          (file.kind === 'video' ? (
            <IconVideo size={26} stroke={1.5} />
          ) : (
            <IconPhoto size={26} stroke={1.5} />
          ))
        )}
      </span>
      <div className={classes.what}>
        {file ? (
          <>
            <div className={classes.name} dir="auto">
              {name}
            </div>
            <div className={classes.facts}>
              <Facts file={file} />
            </div>
            {file.missingPreview && <div className={classes.facts}>{t(missing[file.missingPreview])}</div>}
          </>
        ) : (
          waiting && (
            <div className={classes.facts}>
              <Trans>Checking the link…</Trans>
            </div>
          )
        )}
      </div>
    </div>
  );
}

function Facts({ file }: { file: ProbedFile }) {
  const { t } = useLingui();
  const facts = [
    t(formats[file.format]),
    file.mediaType,
    file.bytes === null ? t`unknown size` : formatBytes(file.bytes),
    file.width && file.height ? formatDimensions(file.width, file.height) : null,
    file.durationSeconds === null ? null : formatDuration(file.durationSeconds),
  ].filter((fact) => fact !== null);
  return facts.map((fact, index) => (
    <Fragment key={fact}>
      {index > 0 && ' · '}
      <bdi>{fact}</bdi>
    </Fragment>
  ));
}
