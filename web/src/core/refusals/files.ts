import { t } from '@lingui/core/macro';
import { formatCount, formatDimensions } from '@/lib/format';
import { bytesOf, secondsOf } from './figures';
import { foreignFormat } from './foreignFormat';
import type { Values } from './members';

/** About one file: why it was rejected, or could not be processed. */
export const ofFiles: Record<string, (values: Values) => string> = {
  'too-large': tooLarge,
  'format-not-kept': formatNotKept,
  'empty-file': about((file) => t`*${file}* is empty. Choose the file again, or export it again.`),
  'videos-not-in-plan': about(
    (file) => t`*${file}* is a video, and your plan only includes pictures. Upgrade the plan to add videos.`,
  ),
  damaged,
  'no-picture-track': about((file, values) =>
    values.is('hasSound')
      ? t`*${file}* has sound but no picture. Choose a video that shows something.`
      : t`*${file}* has no picture. Choose a video that shows something.`,
  ),
  encrypted: about((file) => t`*${file}* is encrypted. Upload a copy without copy protection.`),
  'too-many-pixels': about((file, values) => {
    const megapixels = formatCount(Math.round(values.number('maxPixels') / 100_000) / 10);
    const [width, height] = [values.maybeNumber('width'), values.maybeNumber('height')];
    if (width === null || height === null)
      return t`*${file}* has more than ${megapixels} megapixels, the limit for pictures. Export it smaller, or ask an admin.`;
    const size = formatDimensions(width, height);
    return t`*${file}* is ${size} pixels. Pictures can have up to ${megapixels} megapixels. Export it smaller.`;
  }),
  'too-many-frames': about((file, values) => {
    const limit = formatCount(values.number('limit'));
    return t`*${file}* has more than ${limit} frames. Make it shorter, or export it as a video.`;
  }),
  'too-many-scans': about(
    (file) => t`*${file}* would take too long to open. Save it again as an ordinary JPEG.`,
  ),
  'too-many-cuts': about(
    (file) => t`*${file}* would take too long to open. Export it again as one ordinary video.`,
  ),
  'decoder-exhausted': about(
    (file) =>
      t`The server ran out of memory or disk space while processing *${file}*. Retry, or export it smaller.`,
  ),
  'decoder-interrupted': about((file) => t`Processing of *${file}* was interrupted. Retry.`),
  'decoder-missing': about(
    (file) =>
      t`*${file}* couldn’t be opened: ffmpeg doesn’t run on this server. Ask your Magpie administrator to install it.`,
  ),
  'decoder-stopped': about(
    (file) =>
      t`Processing of *${file}* stopped unexpectedly. Retry; if it happens again, export the file again.`,
  ),
  'decoder-timeout': about((file, values) => {
    const time = secondsOf(values.number('seconds'), 'down');
    return t`*${file}* took longer than ${time} to process. Retry, or export it smaller.`;
  }),
  'file-unreadable': () =>
    t`The file can’t be read from storage. Ask your Magpie administrator to check it, then retry.`,
  'processing-interrupted': () => t`Processing was interrupted several times. Retry.`,
  'processing-never-ended': () =>
    t`Processing started several times and never finished. The file may be too demanding for this server. Retry, or upload it smaller.`,
};

function about(say: (file: string, values: Values) => string) {
  return (values: Values) => say(values.text('file'), values);
}

function tooLarge(values: Values): string {
  const file = values.maybeText('file');
  if (file === null) return t`The request is larger than Magpie accepts.`;
  const limit = bytesOf(values.number('limitBytes'), 'down');
  const bytes = values.maybeNumber('bytes');
  const kind = values.maybeText('kind');
  if (bytes === null)
    return kind === 'video'
      ? t`*${file}* is larger than ${limit}, the limit for videos. Export it smaller, or ask an admin to raise the limit.`
      : t`*${file}* is larger than ${limit}, the limit for pictures. Export it smaller, or ask an admin to raise the limit.`;
  const size = bytesOf(bytes, 'up');
  if (kind === 'video')
    return t`*${file}* is ${size}. Videos can be up to ${limit}. Export it smaller, or ask an admin to raise the limit.`;
  if (kind === 'image')
    return t`*${file}* is ${size}. Pictures can be up to ${limit}. Export it smaller, or ask an admin to raise the limit.`;
  return t`*${file}* is ${size}. Files can be up to ${limit}. Export it smaller, or ask an admin to raise the limit.`;
}

function formatNotKept(values: Values): string {
  const file = values.text('file');
  const codec = values.maybeText('codec') ?? '';
  switch (values.text('reason')) {
    case 'foreign': {
      const format = foreignFormat(values.text('format'));
      return t`Magpie doesn’t support this format. *${file}* is: ${format}. Use JPEG, PNG, WebP, GIF, MP4, MOV or WebM.`;
    }
    case 'soundCodec':
    case 'unreadableSound':
      return t`The sound of *${file}* uses ${codec}, which Magpie can’t open. Export it as MP4 with H.264 and AAC.`;
    case 'webmCodec':
      return t`*${file}* is a WebM with ${codec}, which WebM doesn’t allow. Export it as MP4 with H.264 and AAC.`;
    case 'codec':
    case 'codecWithin':
      return t`*${file}* uses ${codec}, which Magpie can’t open. Export it as MP4 with H.264 and AAC.`;
    default:
      return t`Magpie doesn’t support the format of *${file}*. Use JPEG, PNG, WebP, GIF, MP4, MOV or WebM.`;
  }
}

function damaged(values: Values): string {
  const file = values.text('file');
  switch (values.maybeText('reason')) {
    case 'mediaElsewhere':
      return t`*${file}* only refers to media in another file. Export it as a self-contained movie.`;
    case 'changed':
      return t`*${file}* changed while it was being read. Import it again once it no longer changes.`;
    case 'tooSlow':
      return t`*${file}* took too long to read. Import it again.`;
    case 'endsAtOnce':
    case 'cutOff':
    case 'noIndex':
    case 'noLastPictures':
      return t`*${file}* is incomplete: part of the file is missing. Upload the original again, or export it again.`;
    case 'noPicture':
    case 'emptyTrack':
    case 'nothingToShow':
      return t`*${file}* has no picture in it. Upload the original again, or export it again.`;
    default:
      return t`*${file}* is damaged and can’t be opened. Upload the original again, or export it again.`;
  }
}
