import type { QueryClient } from '@tanstack/react-query';
import type { Post, PostSummary } from '@/api/types';
import { postKeys } from '@/core/live/keys';
import { refresh } from '@/core/live/touched';

// The server's events cause the same refetches, but they may be late or the connection may be lost.

export async function refreshProfiles(client: QueryClient): Promise<void> {
  await refresh(client, [{ kind: 'profile', action: 'changed', ids: [], fields: [] }]);
}

/** After a change that may have moved posts in time, or changed their media. */
export async function refreshLists(client: QueryClient): Promise<void> {
  await refresh(client, [{ kind: 'post', action: 'changed', ids: [], fields: [] }]);
}

/** Updates a post that the server has just sent wherever it is shown, and refetches the lists in which it may have moved. */
export function putPost(client: QueryClient, post: Post): void {
  showPost(client, post);
  void refreshLists(client);
}

/** The same after a change that moves no post, so no list has to be refetched. */
export function showPost(client: QueryClient, post: Post): void {
  client.setQueryData(postKeys.post(post.id), post);
  const fresh = (line: PostSummary) => (line.id === post.id ? lineOf(post, line) : line);
  client.setQueriesData<Lines>({ queryKey: postKeys.lists }, (lines) => {
    if (lines === undefined) return lines;
    if (Array.isArray(lines)) return lines.some(({ id }) => id === post.id) ? lines.map(fresh) : lines;
    return { ...lines, pages: lines.pages.map((page) => ({ ...page, items: page.items.map(fresh) })) };
  });
}

type Lines = PostSummary[] | { pages: { items: PostSummary[] }[] };

/** The server cuts captions in lists to this length. */
const captionLength = 140;

function lineOf(post: Post, line: PostSummary): PostSummary {
  const [first] = post.assets;
  const thumbUrl = first?.thumbUrl ?? null;
  return {
    ...line,
    profile: post.profile,
    state: post.state,
    surface: post.surface,
    caption: post.caption.slice(0, captionLength).replace(/[\uD800-\uDBFF]$/, ''),
    localTime: post.localTime,
    timeZone: post.timeZone,
    laterOccurrence: post.laterOccurrence,
    scheduledAt: post.scheduledAt,
    assets: post.assets.length,
    kind: first?.kind ?? null,
    thumbUrl,
    placeholder: thumbUrl === line.thumbUrl ? line.placeholder : null,
    version: post.version,
  };
}
