import { plural, t } from '@lingui/core/macro';
import type { Limits, Session } from '@/api/types';
import { formatBytes, formatLimit, formatMegabytes } from '@/lib/format';
import { isSideFile } from './sideFiles';

export type KindHint = 'image' | 'video' | 'other' | 'unknown';

const images = ['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'apng', 'webp', 'gif'];
const videos = ['mp4', 'm4v', 'mov', 'qt', 'webm'];
/** Extensions that can only mean something else. What is in neither list is for the server to judge. */
const others = new Set(
  (
    'avi mkv wmv flv mpg mpeg m2ts mts vob ogv rm asf heic heif avif jxl tif tiff bmp ico svg psd ai eps indd ' +
    'raw cr2 cr3 nef arw dng orf rw2 raf pdf doc docx xls xlsx ppt pptx odt ods txt md rtf csv json xml html htm ' +
    'css js ts zip rar 7z gz tar mp3 wav flac aac m4a ogg opus wma exe dmg apk iso'
  ).split(' '),
);

/** What a file claims to be; the server looks at its content. */
export function hintOf(name: string, type: string): KindHint {
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  if (images.includes(extension)) return 'image';
  if (videos.includes(extension)) return 'video';
  if (others.has(extension)) return 'other';
  if (/^image\/(jpeg|png|webp|gif)$/.test(type)) return 'image';
  if (/^video\/(mp4|quicktime|webm)$/.test(type)) return 'video';
  return 'unknown';
}

/** Why a file is refused before its first byte is sent, as a sentence; null if it may go. */
export function refusalOf(file: { name: string; type: string; size: number }, limits: Limits): string | null {
  if (isSideFile(file.name))
    return t`This file goes with a photo or video. Upload the photo or video instead.`;
  const hint = hintOf(file.name, file.type);
  if (hint === 'other')
    return t`Magpie doesn’t support this format. Use JPEG, PNG, WebP, GIF, MP4, MOV or WebM.`;
  if (file.size === 0) return t`This file is empty. Export it and upload it again.`;
  const kind = hint === 'unknown' ? largerKind(limits) : hint;
  const limit = kind === 'image' ? limits.imageBytes : limits.videoBytes;
  return file.size > limit ? tooLarge(file.size, kind, limit) : null;
}

/** Why the plan's storage has no room for these bytes too, as a sentence; null if it has. */
export function storageRefusal(bytes: number, usage: Session['usage']): string | null {
  const { storageBytes: used, storageLimitBytes: limit } = usage;
  if (limit === null || used + bytes <= limit) return null;
  const [taken, most, needed] = [formatBytes(used), formatLimit(limit), formatBytes(bytes)];
  return t`Storage is full: ${taken} of ${most} used, and this file needs ${needed}. Delete unused files or change the plan.`;
}

function tooLarge(size: number, kind: 'image' | 'video', limit: number): string {
  // Just above the limit both round to the same figure, and "50.0 MB; up to 50 MB" explains nothing.
  const close = formatMegabytes(size) === formatMegabytes(limit);
  const actual = close ? exactly(size) : formatBytes(size);
  const rounded = formatLimit(limit);
  const bytes = exactly(limit);
  const most = close ? t`${rounded} (${bytes})` : rounded;
  return kind === 'image'
    ? t`This file is ${actual}. Images can be up to ${most}. Export it smaller, or ask an admin to raise the limit.`
    : t`This file is ${actual}. Videos can be up to ${most}. Export it smaller, or ask an admin to raise the limit.`;
}

function exactly(size: number): string {
  return plural(size, { one: '# byte', other: '# bytes' });
}

function largerKind(limits: Limits): 'image' | 'video' {
  return limits.imageBytes > limits.videoBytes ? 'image' : 'video';
}
