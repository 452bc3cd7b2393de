import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type {
  Checklist,
  CreatePostRequest,
  EditPostRequest,
  Post,
  PostCounts,
  PostPage,
  PostPreview,
  PostQuery,
  PostState,
  PostSummary,
  PostToSchedule,
  Profile,
  SeenPost,
} from '@/api/types';
import { postKeys } from '@/core/live/keys';

/** Which posts a list shows. `from` and `to` are wall times without a zone; the list ends before `to`. */
export type PostScope = Omit<PostQuery, 'status' | 'cursor'> & { group: string; status?: PostState[] };

/** The profiles in use, or all of them including the archived ones. */
export function profilesQuery(group: string, archived = false) {
  return queryOptions({
    queryKey: postKeys.profilesOf(group, archived),
    queryFn: async ({ signal }): Promise<Profile[]> =>
      (await dataOf(api.GET('/api/profiles', { params: { query: { group, archived } }, signal }))).items,
    staleTime: 30_000,
  });
}

/** All posts between two wall times, in the order of their times. */
export function postsQuery(scope: PostScope) {
  return queryOptions({
    queryKey: postKeys.list(scope),
    queryFn: async ({ signal }): Promise<PostSummary[]> =>
      (await dataOf(api.GET('/api/posts', { params: { query: scope }, signal }))).items,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** One page of a list, newest first. */
export function fetchPosts(
  scope: PostScope,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<PostPage> {
  return dataOf(api.GET('/api/posts', { params: { query: { ...scope, cursor } }, signal }));
}

/** How many posts there are in a month, such as `2026-11`. */
export function countsQuery(group: string, month: string) {
  return queryOptions({
    queryKey: postKeys.countsOf(group, month),
    queryFn: ({ signal }): Promise<PostCounts> =>
      dataOf(api.GET('/api/posts/counts', { params: { query: { group, month } }, signal })),
    staleTime: 30_000,
  });
}

export function postQuery(id: string) {
  return queryOptions({
    queryKey: postKeys.post(id),
    queryFn: ({ signal }): Promise<Post> =>
      dataOf(api.GET('/api/posts/{postId}', { params: { path: { postId: id } }, signal })),
    retry: false,
  });
}

/** The post and those that were made together with it on other profiles. */
export function postSetQuery(id: string) {
  return queryOptions({
    queryKey: postKeys.setOf(id),
    queryFn: async ({ signal }): Promise<Post[]> =>
      (await dataOf(api.GET('/api/posts/{postId}/set', { params: { path: { postId: id } }, signal }))).items,
    retry: false,
    // Which posts they are is asked each time; each is kept up to date on its own.
    gcTime: 0,
  });
}

/** The checklist of one version of a post. */
export function checklistQuery(id: string, version: number) {
  return queryOptions({
    queryKey: postKeys.checklist(id, version),
    queryFn: ({ signal }): Promise<Checklist> =>
      dataOf(api.GET('/api/posts/{postId}/checklist', { params: { path: { postId: id } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function createPost(body: CreatePostRequest): Promise<Post> {
  return dataOf(api.POST('/api/posts', { body: { laterOccurrence: false, ...body } }));
}

/** What a post would be, and its checklist; keeps nothing. */
export function previewPost(body: CreatePostRequest): Promise<PostPreview> {
  return dataOf(api.POST('/api/posts/preview', { body: { laterOccurrence: false, ...body } }));
}

/** A stale version throws a `Problem` with the rule `post-changed`, which carries the current post. */
export function savePost(id: string, body: EditPostRequest): Promise<Post> {
  return dataOf(api.PATCH('/api/posts/{postId}', { params: { path: { postId: id } }, body }));
}

/** Schedules a draft, or moves a scheduled post. `notices` says if the clocks change at that time. */
export function schedulePost({ postId, ...body }: PostToSchedule): Promise<Post> {
  return dataOf(
    api.POST('/api/posts/{postId}/schedule', {
      params: { path: { postId } },
      body: { laterOccurrence: false, ...body },
    }),
  );
}

/**
 * Schedules drafts and moves scheduled posts, all of them or none. `post-not-ready` carries the `posts` that are not.
 */
export async function schedulePosts(posts: readonly PostToSchedule[]): Promise<Post[]> {
  const body = { posts: posts.map((one) => ({ laterOccurrence: false, ...one })) };
  return (await dataOf(api.POST('/api/posts/schedule', { body }))).items;
}

/** Moves posts to drafts, all of them or none. */
export async function unschedulePosts(posts: readonly SeenPost[]): Promise<Post[]> {
  return (await dataOf(api.POST('/api/posts/unschedule', { body: { posts: [...posts] } }))).items;
}

/** @param url Where it can be seen; empty where that is not known. */
export function publishPost(id: string, url: string): Promise<Post> {
  return dataOf(
    api.POST('/api/posts/{postId}/publish', { params: { path: { postId: id } }, body: { url: url || null } }),
  );
}

export async function duplicatePost(id: string, profileIds: string[], keepTime = false): Promise<Post[]> {
  const body = { profileIds, keepTime };
  const answer = await dataOf(
    api.POST('/api/posts/{postId}/duplicate', { params: { path: { postId: id } }, body }),
  );
  return answer.items;
}

export async function deletePost(id: string): Promise<void> {
  await api.DELETE('/api/posts/{postId}', { params: { path: { postId: id } } });
}

export function restorePost(id: string): Promise<Post> {
  return dataOf(api.POST('/api/posts/{postId}/restore', { params: { path: { postId: id } } }));
}
