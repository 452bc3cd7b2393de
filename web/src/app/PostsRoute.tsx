import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { PostsPage } from '@/features/posts/PostsPage';
import type { PostsSearch } from '@/features/posts/search';

export function PostsRoute() {
  const search = useSearch({ from: '/signed-in/posts' });
  const navigate = useNavigate();
  const onSearch = useCallback(
    (next: PostsSearch) => void navigate({ to: '/posts', search: next, replace: true }),
    [navigate],
  );
  return <PostsPage search={search} onSearch={onSearch} />;
}
