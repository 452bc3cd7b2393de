import { IconPhoto, IconVideo } from '@tabler/icons-react';
import type { ProbedFile } from '@/api/types';
import { formatBytes, formatDuration } from '@/lib/format';
import { useDelayed } from '@/lib/useDelayed';
import classes from './Probed.module.css';

const formats: Record<ProbedFile['format'], string> = {
  jpeg: 'JPEG picture',
  png: 'PNG picture',
  webp: 'WebP picture',
  gif: 'GIF picture',
  mp4: 'MP4 video',
  mov: 'QuickTime video',
  webm: 'WebM video',
};

const missing: Record<NonNullable<ProbedFile['missingPreview']>, string> = {
  noParts: 'No preview: it needs the end of the file, and this server doesn’t send files in parts.',
  tooSlow: 'No preview: the file is coming too slowly.',
  unreadable: 'No preview: Magpie couldn’t make one.',
};

/** What was found at the address; its room is there from the start, so that nothing moves when it comes. */
export function Probed({ pending, file }: { pending: boolean; file: ProbedFile | undefined }) {
  const waiting = useDelayed(pending);
  return (
    <div className={classes.file} aria-live="polite" aria-busy={pending}>
      <span className={classes.picture} data-waiting={(!file && waiting) || undefined}>
        {file?.preview ? (
          <img src={file.preview} alt={`Preview of ${file.fileName}`} />
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
              {file.fileName}
            </div>
            <div className={classes.facts}>{factsOf(file)}</div>
            {file.missingPreview && <div className={classes.facts}>{missing[file.missingPreview]}</div>}
          </>
        ) : (
          waiting && <div className={classes.facts}>Looking at the address…</div>
        )}
      </div>
    </div>
  );
}

function factsOf(file: ProbedFile): string {
  const size = file.width && file.height ? `${file.width} × ${file.height}` : null;
  const bytes = file.bytes === null ? 'size not told' : formatBytes(file.bytes);
  const duration = file.durationSeconds === null ? null : formatDuration(file.durationSeconds);
  return [formats[file.format], file.mediaType, bytes, size, duration].filter(Boolean).join(' · ');
}
