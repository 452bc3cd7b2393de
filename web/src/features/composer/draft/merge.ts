import type { Post } from '@/api/types';
import { type Edits, type Field, type Fields, fieldsOf, sameField } from './fields';

/** The order in which a post is read. */
export const order: readonly Field[] = ['place', 'media', 'caption', 'title', 'firstComment', 'time'];

export function hasEdits(edits: Edits): boolean {
  return Object.keys(edits).length > 0;
}

/** Whether an edit equals what the post says anyway. */
export function isSettled(edits: Edits, post: Post, field: Field): boolean {
  const mine = edits[field];
  return mine !== undefined && sameField(field, mine as Fields[Field], fieldsOf(post)[field]);
}

/** The edits without those that equal what the post says anyway. */
export function unsettled(edits: Edits, post: Post): Edits {
  const left = { ...edits };
  for (const field of order) if (field in left && isSettled(left, post, field)) delete left[field];
  return left;
}

/** The fields that were changed here and, differently, by somebody else. */
export function clashesOf(edits: Edits, before: Fields, theirs: Post): Field[] {
  const now = fieldsOf(theirs);
  return order.filter(
    (field) =>
      field in edits && !sameField(field, before[field], now[field]) && !isSettled(edits, theirs, field),
  );
}
