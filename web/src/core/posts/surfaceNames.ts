import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Those whose names are more than names. */
const names: Record<string, MessageDescriptor> = {
  'instagram.feed': msg`Instagram feed`,
  'instagram.carousel_item': msg`Instagram carousel videos`,
  'tiktok.video': msg`TikTok videos`,
  'tiktok.photo': msg`TikTok photos`,
  'facebook.feed': msg`Facebook feed`,
  'x.gif': msg`X GIFs`,
  'linkedin.feed': msg`LinkedIn feed`,
  'youtube.video': msg`YouTube videos`,
  'youtube.thumbnail': msg`YouTube thumbnails`,
};

/** The name of a surface in the language of the page. An operator's own surfaces have the name that they gave. */
export function surfaceName({ key, name }: { key: string; name: string }): string {
  const known = names[key];
  return known ? i18n._(known) : name;
}
