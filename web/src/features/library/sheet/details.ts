import type { Asset, KnownAsset } from '@/api/types';
import {
  formatBytes,
  formatCameraClock,
  formatDateTime,
  formatDuration,
  formatFrameRate,
} from '@/lib/format';

const formats: Record<Asset['format'], string> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  mp4: 'MP4',
  mov: 'QuickTime MOV',
  webm: 'WebM',
};

const codecs: Record<string, string> = {
  h264: 'H.264',
  hevc: 'HEVC (H.265)',
  av1: 'AV1',
  vp8: 'VP8',
  vp9: 'VP9',
  prores: 'ProRes',
  mjpeg: 'Motion JPEG',
  mpeg4: 'MPEG-4',
  aac: 'AAC',
  mp3: 'MP3',
  opus: 'Opus',
  vorbis: 'Vorbis',
};

const clouds: Partial<Record<Asset['origin'], string>> = { dropbox: 'Dropbox', googleDrive: 'Google Drive' };

/** What is known about a file, as pairs of label and value. What does not apply is left out. */
export function detailsOf(asset: KnownAsset): [label: string, value: string][] {
  const lines: [string, string | null | undefined][] = [
    ['Dimensions', asset.width && asset.height ? `${asset.width} × ${asset.height}` : null],
    ['Size', formatBytes(asset.bytes)],
    [
      'Format',
      asset.animated && asset.kind === 'image' ? `${formats[asset.format]}, animated` : formats[asset.format],
    ],
    ['Duration', asset.durationSeconds == null ? null : formatDuration(asset.durationSeconds)],
    ['Frame rate', asset.kind === 'video' && asset.frameRate ? formatFrameRate(asset.frameRate) : null],
    ['Video', asset.videoCodec ? codecName(asset.videoCodec) : null],
    ['Sound', asset.kind === 'video' && asset.width ? soundOf(asset) : null],
    ['Added', formatDateTime(asset.createdAt)],
    ['Added by', asset.createdBy?.name],
    ['Captured', captured(asset)],
    ['Camera', asset.camera],
    ['Imported from', clouds[asset.origin]],
  ];
  return lines.filter((line): line is [string, string] => Boolean(line[1]));
}

export function formatName(asset: Asset): string {
  return formats[asset.format];
}

/** A known moment is shown on the reader's clock. The time on a camera's clock has no zone, so it is shown as it is. */
function captured(asset: KnownAsset): string | null {
  if (asset.capturedAt) return formatDateTime(asset.capturedAt);
  return asset.capturedLocal ? formatCameraClock(asset.capturedLocal) : null;
}

function soundOf(asset: Asset): string {
  return asset.audioCodec ? codecName(asset.audioCodec) : 'None';
}

function codecName(codec: string): string {
  if (codec.startsWith('pcm_')) return 'PCM';
  return codecs[codec] ?? codec;
}
