import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { PostState } from '@/api/types';
import { postKeys } from '@/core/live/keys';
import { nameOfProfile, networks } from '@/core/posts/networks';
import { openComposer } from '@/core/posts/openComposer';
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
      title="Posts"
      actions={
        <>
          <MonthCount group={group.id} />
          {adds && (
            <Button leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => openComposer({})}>
              New post
            </Button>
          )}
        </>
      }
    >
      <div className={classes.filters}>
        <TextInput
          size="sm"
          dir="auto"
          leftSection={<IconSearch size={16} stroke={1.5} />}
          aria-label="Search the captions"
          placeholder="Search the captions"
          value={box.text}
          maxLength={200}
          onChange={(event) => box.setText(event.currentTarget.value)}
        />
        <Select
          size="sm"
          aria-label="Profile"
          placeholder="All profiles"
          clearable
          clearButtonProps={{ 'aria-label': 'Show all profiles' }}
          value={search.profile ?? null}
          onChange={(id) => onSearch({ ...search, profile: id ?? undefined })}
          data={profiles.map((one) => ({
            value: one.id,
            label: `${nameOfProfile(one)} · ${networks[one.network].title}`,
          }))}
        />
        <SegmentedControl
          size="sm"
          aria-label="State"
          value={search.status ?? 'all'}
          onChange={(value) =>
            onSearch({ ...search, status: value === 'all' ? undefined : (value as PostState) })
          }
          data={[
            { value: 'all', label: 'All' },
            ...Object.entries(stateWords).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      {failure ? (
        <LoadFailed
          title="The posts could not be loaded"
          error={failure}
          retrying={found.isFetching}
          onRetry={() => void found.refetch()}
        />
      ) : late ? (
        <div className={classes.waiting} role="status" aria-label="Loading the posts">
          {Array.from({ length: 6 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty rows have no other identity.
            <span key={index} />
          ))}
        </div>
      ) : found.data && posts.length === 0 ? (
        <EmptyState
          icon={<IconCalendarPlus size={28} stroke={1.5} />}
          title={narrowed ? 'Nothing found' : 'No posts yet'}
          actions={adds && !narrowed && <Button onClick={() => openComposer({})}>New post</Button>}
        >
          {narrowed
            ? 'Try another word, or fewer filters.'
            : 'Plan one from the library, or drag a picture onto the calendar.'}
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
  const month = wallTimeAt(Date.now(), ownZone()).slice(0, 7);
  const counts = useQuery(countsQuery(group, month)).data;
  if (!counts) return null;
  return (
    <span className={classes.count}>
      {counts.limit === null
        ? `${formatCount(counts.used)} planned this month`
        : `${formatCount(counts.used)} of ${formatCount(counts.limit)} posts this month`}
    </span>
  );
}
