import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  CreatePostRequest,
  EditPostRequest,
  Post,
  PostAsset,
  PostAssetRequest,
  PostPart,
} from '@/api/types';
import type { WallTime } from '@/lib/zones';

/** When a post is to appear: a wall time in a zone. */
export interface PostTime {
  local: WallTime;
  zone: string;
  /** The later one, in an hour that comes twice. */
  second: boolean;
}

/** Where on its network a post appears. */
export interface Place {
  key: string | null;
  /** By a person; else it follows from the media. */
  chosen: boolean;
}

/** The fields of a post that a person can change. */
export interface Fields {
  surface: Place;
  title: string;
  caption: string;
  firstComment: string;
  media: readonly PostAsset[];
  time: PostTime | null;
  /** What it does not share with the others of its set. */
  own: readonly PostPart[];
}

export type Field = keyof Fields;
export type Edits = Partial<Fields>;

/** What a post belongs to from its beginning. */
export interface Home {
  profileId: string;
  zone: string;
  setId: string;
}

/** What the posts of a set share unless one has its own. */
export const parts: readonly PostPart[] = ['caption', 'media', 'title', 'firstComment', 'time'];

export const emptyFields: Fields = {
  surface: { key: null, chosen: false },
  title: '',
  caption: '',
  firstComment: '',
  media: [],
  time: null,
  own: [],
};

/** As they are listed in a sentence. */
export const fieldNames: Record<Exclude<Field, 'own'>, MessageDescriptor> = {
  surface: msg({ message: 'surface', context: 'in a list of changes' }),
  title: msg({ message: 'title', context: 'in a list of changes' }),
  caption: msg({ message: 'caption', context: 'in a list of changes' }),
  firstComment: msg({ message: 'first comment', context: 'in a list of changes' }),
  media: msg({ message: 'media', context: 'in a list of changes' }),
  time: msg({ message: 'time', context: 'in a list of changes' }),
};

export function fieldsOf(post: Post): Fields {
  return {
    surface: { key: post.surface, chosen: post.surfaceChosen },
    title: post.title ?? '',
    caption: post.caption,
    firstComment: post.firstComment ?? '',
    media: post.assets,
    time: timeOf(post),
    own: post.own,
  };
}

export function timeOf(post: Post): PostTime | null {
  if (post.localTime === null || post.timeZone === null) return null;
  return { local: post.localTime, zone: post.timeZone, second: post.laterOccurrence };
}

/** The part of the media that belongs to the post; the rest belongs to the asset. */
export function mediaEdit({ assetId, altText, crop, trim }: PostAsset): PostAssetRequest {
  return {
    assetId,
    altText,
    crop: crop && { x: crop.x, y: crop.y, width: crop.width, height: crop.height },
    trim: trim && { start: trim.start, end: trim.end },
  };
}

export function sameField<Name extends Field>(name: Name, a: Fields[Name], b: Fields[Name]): boolean {
  return JSON.stringify(essence(name, a)) === JSON.stringify(essence(name, b));
}

function essence<Name extends Field>(name: Name, value: Fields[Name]): unknown {
  if (name === 'media') return (value as readonly PostAsset[]).map(mediaEdit);
  if (name === 'surface') return chosenOf(value as Place);
  return name === 'own' ? [...(value as readonly PostPart[])].sort() : value;
}

function chosenOf({ key, chosen }: Place): string | null {
  return chosen ? key : null;
}

/** What a person, or what was opened, has put into it. */
export function contentOf(fields: Fields): Edits {
  const { title, caption, firstComment, media, time, own, surface } = fields;
  return {
    ...(title !== '' && { title }),
    ...(caption !== '' && { caption }),
    ...(firstComment !== '' && { firstComment }),
    ...(media.length > 0 && { media }),
    ...(time && { time }),
    ...(own.length > 0 && { own }),
    ...(surface.chosen && { surface }),
  };
}

/** The request for a new post; the server fills in what it leaves out: the surface by the media, the caption from a note. */
export function creationOf({ profileId, setId }: Home, content: Edits): CreatePostRequest {
  const { media, time, surface, own, title, caption, firstComment } = content;
  const key = surface && chosenOf(surface);
  return {
    profileId,
    setId,
    assets: (media ?? []).map(mediaEdit),
    ...(key && { surface: key }),
    ...(own && { own: [...own] }),
    ...(title !== undefined && { title: title || null }),
    ...(caption !== undefined && { caption }),
    ...(firstComment !== undefined && { firstComment: firstComment || null }),
    ...(time && { localTime: time.local, timeZone: time.zone, laterOccurrence: time.second }),
  };
}

export function editOf(edits: Edits, version: number): EditPostRequest {
  const { surface, media, time, own } = edits;
  return {
    version,
    ...(surface && { surface: chosenOf(surface) }),
    ...(own && { own: [...own] }),
    ...(edits.title !== undefined && { title: edits.title || null }),
    ...(edits.caption !== undefined && { caption: edits.caption }),
    ...(edits.firstComment !== undefined && { firstComment: edits.firstComment || null }),
    ...(media && { assets: media.map(mediaEdit) }),
    ...(time && { localTime: time.local, timeZone: time.zone, laterOccurrence: time.second }),
    ...(time === null && { localTime: null }),
  };
}
