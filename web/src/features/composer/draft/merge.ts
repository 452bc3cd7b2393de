import type { Post } from '@/api/types';
import { type Edits, type Field, type Fields, fieldsOf, sameField } from './fields';

/** The order in which a post is read. */
export const order: readonly Field[] = [
  'surface',
  'media',
  'caption',
  'title',
  'firstComment',
  'time',
  'own',
];

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

/** The fields that were changed here and, differently, by somebody else. What a post shares is nobody's text: the later choice counts. */
export function clashesOf(edits: Edits, before: Fields, theirs: Post): Field[] {
  const now = fieldsOf(theirs);
  return order.filter(
    (field) =>
      field !== 'own' &&
      field in edits &&
      !sameField(field, before[field], now[field]) &&
      !isSettled(edits, theirs, field),
  );
}
