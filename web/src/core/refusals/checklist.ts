import { plural, t } from '@lingui/core/macro';
import { formatCount, formatDimensions } from '@/lib/format';
import { saidOf } from './fits';
import { type Members, sayOr, Values } from './members';

/** A line of the checklist, as the server sends it. */
interface Line {
  level: 'met' | 'recommended' | 'required';
  code: string;
  members?: Members;
  text: string;
  change?: string | null;
}

interface SaidLine {
  text: string;
  change: string | null;
}

/** The same in the language of the page; in English if this version doesn't know the code. */
export function sayLine({ level, code, members = {}, text, change = null }: Line): SaidLine {
  const reason = saidOf(code, members, level === 'required');
  const file = members.file;
  if (reason) {
    const text = typeof file === 'string' ? `*${file}*: ${reason.sentence}` : reason.sentence;
    return { text, change: reason.change };
  }
  const say = lines[code];
  return (say && sayOr(() => say(new Values(members)))) ?? { text, change };
}

const lines: Record<string, (values: Values) => SaidLine> = {
  surfaceMissing: () => ({
    text: t`Where should this post appear?`,
    change: t`Choose a placement on the network`,
  }),
  profileArchived: (values) => {
    const handle = values.text('handle');
    return {
      text: t`*${handle}* is archived, so nothing new can be planned on it.`,
      change: t`Restore the profile`,
    };
  },
  noMedia: () => ({
    text: t`This post needs at least one picture or video.`,
    change: t`Add one from the library`,
  }),
  mixedKinds: (values) => {
    const place = values.place();
    return {
      text: t`Pictures and videos can’t be combined for ${place}.`,
      change: t`Remove one kind, or create two posts`,
    };
  },
  tooManyMedia: (values) => {
    const [place, count, max] = [values.place(), values.number('count'), values.number('max')];
    const most = formatCount(max);
    return {
      text: plural(count, {
        one: `# file. Maximum for ${place}: ${most}.`,
        other: `# files. Maximum for ${place}: ${most}.`,
      }),
      change: remove(count - max),
    };
  },
  mediaCount: (values) => {
    const count = formatCount(values.number('count'));
    return met(plural(values.number('max'), { one: `${count} of # file`, other: `${count} of # files` }));
  },
  mediaInTrash: (values) => ({
    text: about(values, (file) => t`*${file}* is in the trash.`),
    change: t`Restore it, or remove it from the post`,
  }),
  mediaDraft: (values) => ({
    text: about(values, (file) => t`*${file}* is a draft, so it can’t be scheduled.`),
    change: t`Ask an editor to mark it as ready`,
  }),
  mediaProcessing: (values) => ({
    text: about(values, (file) => t`*${file}* is still being processed.`),
    change: t`Wait until it’s done`,
  }),
  mediaFailed: (values) => ({
    text: about(values, (file) => t`*${file}* couldn’t be processed.`),
    change: t`Retry it in the library, or remove it from the post`,
  }),
  kindNotAccepted: (values) => {
    const [file, place] = [values.text('file'), values.place()];
    return {
      text:
        values.text('kind') === 'image'
          ? t`*${file}* is a video. Only pictures are allowed for ${place}.`
          : t`*${file}* is a picture. Only videos are allowed for ${place}.`,
      change: t`Choose another placement, or remove it from the post`,
    };
  },
  losesMotion: (values) => {
    const [file, place] = [values.text('file'), values.place()];
    return {
      text: t`*${file}* is animated. For ${place}, only its first picture is shown.`,
      change: t`Choose a still picture or another placement`,
    };
  },
  fits: (values) => {
    const [file, place] = [values.text('file'), values.place()];
    const size = formatDimensions(values.number('width'), values.number('height'));
    return met(t`*${file}*: ${size}, as recommended for ${place}`);
  },
  altTextMissing: (values) => ({
    text: about(values, (file) => t`*${file}* has no alt text.`),
    change: t`Add a description for people who can’t see it`,
  }),
  altTextTooLong: tooLong((count, most, values) => {
    const [file, network] = [values.text('file'), values.text('networkName')];
    return t`The alt text of *${file}* has ${count} characters. ${network} allows at most ${most}.`;
  }),
  titleMissing: (values) => {
    const place = values.place();
    return { text: t`A title is required for ${place}.`, change: t`Add a title` };
  },
  titleTooLong: tooLong((count, most, values) => {
    const network = values.text('networkName');
    return t`The title has ${count} characters. ${network} allows at most ${most}.`;
  }),
  titleCharacters: (values) => {
    const place = values.place();
    return { text: t`The title can’t have < or > for ${place}.`, change: t`Remove them` };
  },
  titleLength: (values) => {
    const length = lengthIn(values);
    return met(t`Title: ${length}`);
  },
  captionNotShown: (values) => {
    const place = values.place();
    return {
      text: t`Captions aren’t shown for ${place}, so nobody will see this one.`,
      change: t`Put the words in the picture`,
    };
  },
  captionTooLong: tooLong((count, most, values) => {
    const network = values.text('networkName');
    if (values.text('unit') === 'bytes')
      return t`The caption takes up ${count} bytes. ${network} allows at most ${most}.`;
    return t`The caption has ${count} characters. ${network} allows at most ${most}.`;
  }),
  captionMissing: () => met(t`No caption yet.`),
  captionLength: (values) => met(withNote(lengthIn(values), values)),
  tooManyHashtags: (values) => {
    const [place, count, max] = [values.place(), values.number('count'), values.number('max')];
    const most = formatCount(max);
    return {
      text: plural(count, {
        one: `# hashtag. Maximum for ${place}: ${most}.`,
        other: `# hashtags. Maximum for ${place}: ${most}.`,
      }),
      change: remove(count - max),
    };
  },
  hashtagCount: (values) => {
    const count = formatCount(values.number('count'));
    return met(
      plural(values.number('max'), { one: `${count} of # hashtag`, other: `${count} of # hashtags` }),
    );
  },
  firstCommentTooLong: tooLong((count, most, values) => {
    const network = values.text('networkName');
    if (values.text('unit') === 'bytes')
      return t`The first comment takes up ${count} bytes. ${network} allows at most ${most}.`;
    return t`The first comment has ${count} characters. ${network} allows at most ${most}.`;
  }),
};

const met = (text: string): SaidLine => ({ text, change: null });
const about = (values: Values, say: (file: string) => string) => say(values.text('file'));

function remove(surplus: number): string {
  const count = formatCount(surplus);
  return t`Remove ${count}`;
}

function tooLong(say: (count: string, most: string, values: Values) => string) {
  return (values: Values): SaidLine => {
    const [count, max] = [values.number('count'), values.number('max')];
    const surplus = formatCount(count - max);
    return {
      text: withNote(say(formatCount(count), formatCount(max), values), values),
      change: t`Shorten it by ${surplus}`,
    };
  };
}

/** "68 of 3,000 characters". */
function lengthIn(values: Values): string {
  const count = formatCount(values.number('count'));
  return values.text('unit') === 'bytes'
    ? plural(values.number('max'), { one: `${count} of # byte`, other: `${count} of # bytes` })
    : plural(values.number('max'), { one: `${count} of # character`, other: `${count} of # characters` });
}

/** Appends how links are counted, where it matters. */
function withNote(text: string, values: Values): string {
  switch (values.maybeText('note')) {
    case 'linkLength': {
      const length = formatCount(values.number('linkLength'));
      return t`${text} (a link counts as ${length})`;
    }
    case 'linksShortened':
      return t`${text} (links count as Bluesky shortens them)`;
    default:
      return text;
  }
}
