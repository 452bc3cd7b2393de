import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Post, PostSummary } from '@/api/types';
import type { Change } from './changes';
import {
  type AssetScope,
  importLists,
  type LinesScope,
  labelKeys,
  libraryKeys,
  postKeys,
  trashKeys,
} from './keys';

interface Cached {
  key: QueryKey;
  data: unknown;
}

/**
 * Which cached answers a change touches: the only such table, for the server's events and for changes made by this page itself. The first
 * row whose key is a prefix of the query's key decides; a query without a row is never touched.
 */
const table: readonly (readonly [QueryKey, (change: Change, cached: Cached) => boolean])[] = [
  [libraryKeys.views, touchesAssets],
  [libraryKeys.selectors, touchesAssets],
  [libraryKeys.assets, touchesAsset],
  [
    trashKeys.all,
    (change) => change.kind === 'asset' && (change.action !== 'changed' || says(change, 'name')),
  ],
  [
    labelKeys.all,
    (change) =>
      change.kind === 'label' ||
      (change.kind === 'asset' && (change.action !== 'changed' || says(change, 'labels'))),
  ],
  [postKeys.lists, touchesLines],
  [
    postKeys.counts,
    (change) => change.kind === 'post' && change.action !== 'created' && says(change, ...when),
  ],
  [postKeys.posts, touchesPost],
  [postKeys.checklists, touchesChecklist],
  [postKeys.profiles, (change) => change.kind === 'profile'],
  [importLists, (change) => change.kind === 'import'],
];

/** Refetches what the changes touch and is on screen; the rest is refetched when it is shown. */
export async function refresh(client: QueryClient, changes: readonly Change[]): Promise<void> {
  await client.invalidateQueries({ predicate: (query) => isTouched(changes, query) });
}

/** For when events may have been missed or answers failed: also refetches failed queries that no event touches. */
export async function refreshAll(client: QueryClient): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey, state }) =>
      state.status === 'error' || table.some(([row]) => begins(queryKey, row)),
  });
}

export function isTouched(changes: readonly Change[], query: Pick<Query, 'queryKey' | 'state'>): boolean {
  const cached = { key: query.queryKey, data: query.state.data };
  const row = table.find(([key]) => begins(cached.key, key));
  return row !== undefined && changes.some((change) => row[1](change, cached));
}

/** The fields that move a post in time, or from one list to another. */
const when = ['localTime', 'timeZone', 'laterOccurrence', 'scheduledAt', 'state', 'publishedAt'];
/** The fields that decide which assets are in use, and where. */
const holding = ['assets', 'profile'];
/** The fields of an asset that its posts neither show nor check. */
const ofTheLibrary = ['labels', 'starred', 'publicPath'];

function touchesAssets(change: Change, { key }: Cached): boolean {
  const scope = key[2] as AssetScope;
  if (change.group !== undefined && change.group !== scope.group) return false;
  switch (change.kind) {
    case 'asset':
      return true;
    case 'label':
      return renames(change);
    case 'profile':
      // The badge is the worst result over all profiles.
      return true;
    case 'post':
      return (scope.usage !== undefined || scope.status === 'tiktok') && says(change, ...holding);
    case 'import':
      return false;
  }
}

/** One asset, with its posts. */
function touchesAsset(change: Change, { key }: Cached): boolean {
  switch (change.kind) {
    case 'asset':
      return names(change, key[2]);
    case 'label':
      return renames(change);
    case 'profile':
      return true;
    case 'post':
      return says(change, ...holding, ...when);
    case 'import':
      return false;
  }
}

/** A list of posts. No refetch if it has the change already, or if the post is not in it and does not enter it. */
function touchesLines(change: Change, { key, data }: Cached): boolean {
  const scope = key.at(-1) as LinesScope;
  if (change.group !== undefined && change.group !== scope.group) return false;
  if (change.kind === 'profile') return change.action !== 'created';
  // A thumbnail may have just been made.
  if (change.kind === 'asset')
    return (
      change.fields.length === 0 && linesIn(data).some((line) => line.assets > 0 && line.thumbUrl === null)
    );
  if (change.kind !== 'post') return false;
  const moves =
    change.action !== 'changed' ||
    says(change, ...when, 'profile') ||
    (scope.q !== undefined && says(change, 'caption')) ||
    (scope.asset !== undefined && says(change, 'assets'));
  return moves || linesIn(data).some((line) => names(change, line.id) && isNews(change, line));
}

function touchesPost(change: Change, { key, data }: Cached): boolean {
  const post = data as Post | undefined;
  if (change.kind === 'post') return names(change, key[2]) && isNews(change, post);
  if (change.kind === 'profile') return post !== undefined && names(change, post.profile.id);
  return (
    change.kind === 'asset' &&
    !saysOnly(change, ofTheLibrary) &&
    (post?.assets.some(({ assetId }) => names(change, assetId)) ?? false)
  );
}

/** Each version has its own checklist, but time and the media can change what it says. */
function touchesChecklist(change: Change, { key }: Cached): boolean {
  if (change.kind === 'post') return names(change, key[2]) && change.version == null;
  return (
    change.kind === 'profile' ||
    (change.kind === 'asset' && !saysOnly(change, [...ofTheLibrary, 'name', 'note']))
  );
}

/** Assets carry the names of their labels; how many assets carry a label does not matter to them. */
function renames(change: Change): boolean {
  return !saysOnly(change, ['count']);
}

function names({ ids }: Change, id: unknown): boolean {
  return ids.length === 0 || ids.includes(id as string);
}

function says({ fields }: Change, ...wanted: string[]): boolean {
  return fields.length === 0 || fields.some((field) => wanted.includes(field));
}

function saysOnly({ fields }: Change, known: readonly string[]): boolean {
  return fields.length > 0 && fields.every((field) => known.includes(field));
}

function isNews({ version }: Change, known: { version: number } | undefined): boolean {
  return version == null || known === undefined || known.version < version;
}

type Pages = { pages: readonly { items: readonly PostSummary[] }[] };

function linesIn(data: unknown): readonly PostSummary[] {
  if (Array.isArray(data)) return data;
  return (data as Pages | undefined)?.pages.flatMap(({ items }) => items) ?? [];
}

function begins(key: QueryKey, row: QueryKey): boolean {
  return row.every((part, at) => key[at] === part);
}
