import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { PostState } from '@/api/types';
import { postKeys } from '@/core/live/keys';
import { openComposer } from '@/core/posts/openComposer';
import { ProfileFilter } from '@/core/posts/ProfileFilter';
import { stateWords } from '@/core/posts/postStates';
import { countsQuery, fetchPosts, type PostScope, profilesQuery } from '@/core/posts/queries';
import { useGroup } from '@/core/session/session';
import { formatCount } from '@/lib/format';
import { pagedList } from '@/lib/pagedList';
import { useAddressText } from '@/lib/useAddressText';
import { useDelayed } from '@/lib/useDelayed';
import { ownZone, wallTimeAt } from '@/lib/zones';
import { EmptyState } from '@/ui/EmptyState';
import { LoadFailed } from '@/ui/LoadFailed';
import { LoadMore } from '@/ui/LoadMore';
import { ownDirection } from '@/ui/ownDirection';
import { Page } from '@/ui/Page';
import { PostRow } from './PostRow';
import classes from './posts.module.css';
import type { PostsSearch } from './search';

interface Props {
  search: PostsSearch;
  onSearch: (search: PostsSearch) => void;
}

/** All posts, newest first, and how many more the plan allows this month. */
export function PostsPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const group = useGroup();
  const adds = group.role !== 'viewer';
  const profiles = useQuery(profilesQuery(group.id, true)).data ?? [];
  const box = useAddressText(search.q ?? '', (q) => onSearch({ ...search, q: q || undefined }));
  const scope: PostScope = {
    group: group.id,
    ...(search.status && { status: [search.status] }),
    ...(search.profile && { profile: [search.profile] }),
    ...(search.q && { q: search.q }),
  };
  const found = useInfiniteQuery({
    queryKey: postKeys.pages(scope),
    queryFn: ({ pageParam, signal }) => fetchPosts(scope, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const late = useDelayed(found.isPending);
  const { items: posts, failure, next } = pagedList(found);
  const narrowed = search.status !== undefined || search.profile !== undefined || search.q !== undefined;

  return (
    <Page
      wide
      title={t`Posts`}
      actions={
        <>
          <MonthCount group={group.id} />
          {adds && (
            <Button leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => openComposer({})}>
              <Trans>New post</Trans>
            </Button>
          )}
        </>
      }
    >
      <div className={classes.filters}>
        <TextInput
          size="sm"
          {...ownDirection}
          leftSection={<IconSearch size={16} stroke={1.5} />}
          aria-label={t`Search captions`}
          placeholder={t`Search captions`}
          value={box.text}
          maxLength={200}
          onChange={(event) => box.setText(event.currentTarget.value)}
        />
        <ProfileFilter
          size="sm"
          label={t`Profile`}
          all={t`All profiles`}
          profiles={profiles}
          value={search.profile}
          onChange={(profile) => onSearch({ ...search, profile })}
        />
        <SegmentedControl
          size="sm"
          aria-label={t`Status`}
          value={search.status ?? 'all'}
          onChange={(value) =>
            onSearch({ ...search, status: value === 'all' ? undefined : (value as PostState) })
          }
          data={[
            { value: 'all', label: t({ message: 'All', context: 'posts' }) },
            ...Object.entries(stateWords).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      {failure ? (
        <LoadFailed
          title={t`Couldn’t load posts`}
          error={failure}
          retrying={found.isFetching}
          onRetry={() => void found.refetch()}
        />
      ) : late ? (
        <div className={classes.waiting} role="status" aria-label={t`Loading posts`}>
          {Array.from({ length: 6 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty rows have no other identity.
            <span key={index} />
          ))}
        </div>
      ) : found.data && posts.length === 0 ? (
        <EmptyState
          icon={<IconCalendarPlus size={28} stroke={1.5} />}
          title={narrowed ? t`No posts found` : t`No posts yet`}
          actions={
            adds &&
            !narrowed && (
              <Button onClick={() => openComposer({})}>
                <Trans>New post</Trans>
              </Button>
            )
          }
        >
          {narrowed ? (
            <Trans>Try another search or fewer filters.</Trans>
          ) : (
            <Trans>Start one from the library, or drag a photo onto the calendar.</Trans>
          )}
        </EmptyState>
      ) : (
        <>
          <ul className={classes.list}>
            {posts.map((post) => (
              <PostRow key={post.id} post={post} adds={adds} />
            ))}
          </ul>
          <LoadMore next={next} auto />
        </>
      )}
    </Page>
  );
}

/** How many posts are planned this month, and how many the plan allows. */
function MonthCount({ group }: { group: string }) {
  const { t } = useLingui();
  const month = wallTimeAt(Date.now(), ownZone()).slice(0, 7);
  const counts = useQuery(countsQuery(group, month)).data;
  if (!counts) return null;
  const { used, limit } = counts;
  const planned = formatCount(used);
  return (
    <span className={classes.count}>
      {limit === null
        ? t`${plural(used, { one: '# planned this month', other: '# planned this month' })}`
        : t`${planned} of ${plural(limit, { one: '# post this month', other: '# posts this month' })}`}
    </span>
  );
}
