import { plural, t } from '@lingui/core/macro';
import { formatMonth } from '@/lib/format';
import { formatWallTime, placeOf } from '@/lib/zones';
import type { Values } from './members';

export const ofPosts: Record<string, (values: Values) => string> = {
  'profile-handle': (values) =>
    plural(values.number('limit'), {
      one: 'Enter a handle, such as @magpie, of # character at most.',
      other: 'Enter a handle, such as @magpie, of # characters at most.',
    }),
  'profile-exists': (values) => {
    const handle = values.text('handle');
    return t`There’s already a profile *${handle}* on this network. Change that one, or archive it first.`;
  },
  'profile-archived': (values) => {
    const handle = values.text('handle');
    return t`*${handle}* is archived, so nothing new can be planned on it. Restore it first, or choose another profile.`;
  },
  'profile-picture': () => t`Choose a picture from this group’s library.`,
  'time-zone': (values) => {
    const zone = values.text('timeZone');
    return t`There’s no time zone *${zone}*. Use a name such as Europe/Berlin.`;
  },
  'local-time': () => t`Enter a date and time between the years 1970 and 2999.`,
  'time-needed': () => t`A scheduled post needs a time. To remove the time, move the post back to draft.`,
  'time-past': (values) => {
    const [time, place] = [formatWallTime(values.text('localTime')), placeOf(values.text('timeZone'))];
    return t`${time} has already passed in ${place}. Choose a later time.`;
  },
  snooze: () => t`Choose a time within the next week.`,
  range: () => t`Choose an end that is later than the start.`,
  'post-surface': () => t`This profile can’t post there. Choose another placement.`,
  'post-media': postMedia,
  'crop-invalid': () => t`This crop reaches outside the picture, or is too small. Crop it again.`,
  'trim-invalid': (values) => {
    if (values.maybeText('reason') !== 'picture')
      return t`This trim reaches outside the video, or is too short. Trim it again.`;
    const file = values.text('file');
    return t`*${file}* is a picture. Only videos can be trimmed.`;
  },
  'post-not-ready': (values) =>
    plural(values.number('count'), {
      one: '# thing needs fixing before this post can be scheduled.',
      other: '# things need fixing before this post can be scheduled.',
    }),
  'post-changed': (values) => {
    const who = values.maybeText('who');
    return who === null
      ? t`Someone just changed this. Review their version, then save again.`
      : t`${who} just changed this post. Review their version, then save again.`;
  },
  'post-published': () => t`This post is published, so it can’t be changed. Duplicate it to post again.`,
  'post-in-set': () => t`This post already has a version for that profile. Change that one instead.`,
  'post-is-draft': () => t`This post is a draft. Schedule it first.`,
  'post-not-due': () => t`Only posts that are due can be snoozed. Reschedule this one instead.`,
  'posts-full': (values) => {
    const [count, month] = [values.number('limit'), formatMonth(values.text('month'))];
    return plural(count, {
      one: `Your plan allows # post per month, and ${month} is full. Change the plan, or choose another month.`,
      other: `Your plan allows # posts per month, and ${month} is full. Change the plan, or choose another month.`,
    });
  },
  'file-not-made': (values) => {
    const file = values.text('file');
    switch (values.maybeText('reason')) {
      case 'gone':
        return t`*${file}* is no longer in the library. Choose another file for this post.`;
      case 'changed':
        return t`This post was changed while *${file}* was being prepared. Open the post again.`;
      default:
        return t`*${file}* couldn’t be prepared for this post. Try again; if it keeps failing, choose another crop.`;
    }
  },
  'web-address': () => t`Enter a link that begins with https://.`,
};

function postMedia(values: Values): string {
  const reason = values.text('reason');
  if (reason === 'deleted') return t`Some of these files, or the profile, were just deleted. Choose others.`;
  if (reason === 'notThere')
    return t`Some of these files are no longer in this group’s library. Choose others.`;
  if (reason === 'tooMany')
    return plural(values.number('limit'), {
      one: 'A post can have # file at most. Remove some.',
      other: 'A post can have # files at most. Remove some.',
    });
  const file = values.text('file');
  if (reason === 'inTrash') return t`*${file}* is in the trash.`;
  if (reason === 'draft') return t`*${file}* is a draft, so it can’t be scheduled.`;
  if (reason === 'processing') return t`*${file}* is still being processed.`;
  return t`*${file}* couldn’t be processed.`;
}
