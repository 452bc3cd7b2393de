import { t } from '@lingui/core/macro';
import type { Asset, KnownAsset } from '@/api/types';
import {
  formatBytes,
  formatCameraClock,
  formatDateTime,
  formatDimensions,
  formatDuration,
  formatFrameRate,
} from '@/lib/format';

const formats: Record<Asset['format'], string> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  mp4: 'MP4',
  // untranslated: it is a name
  mov: 'QuickTime MOV',
  webm: 'WebM',
};

const codecs: Record<string, string> = {
  h264: 'H.264',
  // untranslated: it is a name
  hevc: 'HEVC (H.265)',
  av1: 'AV1',
  vp8: 'VP8',
  vp9: 'VP9',
  prores: 'ProRes',
  // untranslated: it is a name
  mjpeg: 'Motion JPEG',
  mpeg4: 'MPEG-4',
  aac: 'AAC',
  mp3: 'MP3',
  opus: 'Opus',
  vorbis: 'Vorbis',
};

// untranslated: they are names
const clouds: Partial<Record<Asset['origin'], string>> = { dropbox: 'Dropbox', googleDrive: 'Google Drive' };

/** What is known about a file, as pairs of label and value. What does not apply is left out. */
export function detailsOf(asset: KnownAsset): [label: string, value: string][] {
  const format = formats[asset.format];
  const lines: [string, string | null | undefined][] = [
    [t`Dimensions`, asset.width && asset.height ? formatDimensions(asset.width, asset.height) : null],
    [t`Size`, formatBytes(asset.bytes)],
    [t`Format`, asset.animated && asset.kind === 'image' ? t`${format}, animated` : format],
    [t`Duration`, asset.durationSeconds == null ? null : formatDuration(asset.durationSeconds)],
    [t`Frame rate`, asset.kind === 'video' && asset.frameRate ? formatFrameRate(asset.frameRate) : null],
    [t({ message: 'Video', context: 'codec' }), asset.videoCodec ? codecName(asset.videoCodec) : null],
    [
      t({ message: 'Audio', context: 'codec' }),
      asset.kind === 'video' && asset.width ? soundOf(asset) : null,
    ],
    [t({ message: 'Added', context: 'date' }), formatDateTime(asset.createdAt)],
    [t`Added by`, asset.createdBy?.name],
    [t({ message: 'Captured', context: 'date' }), captured(asset)],
    [t`Camera`, asset.camera],
    [t`Imported from`, clouds[asset.origin]],
  ];
  return lines.filter((line): line is [string, string] => Boolean(line[1]));
}

export function formatName(asset: Asset): string {
  return formats[asset.format];
}

/** A known moment is shown in the reader's time zone. A camera's clock has no zone, so its time is shown as it is. */
function captured(asset: KnownAsset): string | null {
  if (asset.capturedAt) return formatDateTime(asset.capturedAt);
  return asset.capturedLocal ? formatCameraClock(asset.capturedLocal) : null;
}

function soundOf(asset: Asset): string {
  return asset.audioCodec ? codecName(asset.audioCodec) : t({ message: 'None', context: 'audio of a video' });
}

function codecName(codec: string): string {
  if (codec.startsWith('pcm_')) return 'PCM';
  return codecs[codec] ?? codec;
}
