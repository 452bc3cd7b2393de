import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CreatePostRequest, EditPostRequest, Post, PostAsset, PostAssetRequest } from '@/api/types';
import type { WallTime } from '@/lib/zones';

/** When a post is to appear: a wall time in a zone. */
export interface PostTime {
  local: WallTime;
  zone: string;
  /** The later one, in an hour that comes twice. */
  second: boolean;
}

/** Where a post appears. A surface belongs to the network of its profile, so both change together. */
export interface Place {
  profileId: string;
  /** Null leaves it to the server, which chooses by the media. */
  surface: string | null;
}

/** The fields of a post that a person can change. */
export interface Fields {
  place: Place;
  title: string;
  caption: string;
  firstComment: string;
  media: readonly PostAsset[];
  time: PostTime | null;
}

export type Field = keyof Fields;
export type Edits = Partial<Fields>;

/** As they are listed in a sentence. */
export const fieldNames: Record<Field, MessageDescriptor> = {
  place: msg({ message: 'profile', context: 'in a list of changes' }),
  title: msg({ message: 'title', context: 'in a list of changes' }),
  caption: msg({ message: 'caption', context: 'in a list of changes' }),
  firstComment: msg({ message: 'first comment', context: 'in a list of changes' }),
  media: msg({ message: 'media', context: 'in a list of changes' }),
  time: msg({ message: 'time', context: 'in a list of changes' }),
};

export function fieldsOf(post: Post): Fields {
  return {
    place: { profileId: post.profile.id, surface: post.surface },
    title: post.title ?? '',
    caption: post.caption,
    firstComment: post.firstComment ?? '',
    media: post.assets,
    time: timeOf(post),
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
  return name === 'media' ? (value as readonly PostAsset[]).map(mediaEdit) : value;
}

/** The request for a new post; the server fills in what it leaves out, such as a caption from a note. */
export function creationOf(fields: Fields, edits: Edits): CreatePostRequest {
  const { place, media, time } = fields;
  return {
    profileId: place.profileId,
    ...(place.surface !== null && { surface: place.surface }),
    assetIds: media.map((one) => one.assetId),
    ...(edits.title !== undefined && { title: edits.title || null }),
    ...(edits.caption !== undefined && { caption: edits.caption }),
    ...(edits.firstComment !== undefined && { firstComment: edits.firstComment || null }),
    ...(time && { localTime: time.local, timeZone: time.zone, laterOccurrence: time.second }),
  };
}

export function editOf(edits: Edits, version: number): EditPostRequest {
  const { place, media, time } = edits;
  return {
    version,
    ...(place && { profileId: place.profileId }),
    ...(place?.surface && { surface: place.surface }),
    ...(edits.title !== undefined && { title: edits.title || null }),
    ...(edits.caption !== undefined && { caption: edits.caption }),
    ...(edits.firstComment !== undefined && { firstComment: edits.firstComment || null }),
    ...(media && { assets: media.map(mediaEdit) }),
    ...(time && { localTime: time.local, timeZone: time.zone, laterOccurrence: time.second }),
    ...(time === null && { localTime: null }),
  };
}
