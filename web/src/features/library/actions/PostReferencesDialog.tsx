import type { Problem } from '@/api/problem';
import { plural } from '@/lib/format';
import { formatWallTime } from '@/lib/zones';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { postReferencesIn } from './postReferences';

interface Props {
  opened: boolean;
  problem: Problem;
  onConfirm: () => void;
  onClose: () => void;
  onExited: () => void;
}

/** Names the unpublished posts that would lose media, and asks whether to go on. */
export default function PostReferencesDialog({ opened, problem, onConfirm, onClose, onExited }: Props) {
  const posts = postReferencesIn(problem);
  const count = problem.number('postCount') ?? posts.length;
  return (
    <ConfirmDialog
      opened={opened}
      title={`${plural(count, 'post', 'posts')} would lose media`}
      confirm="Delete all the same"
      onClose={onClose}
      onExited={onExited}
      onConfirm={onConfirm}
    >
      {problem.message}
      <ul style={{ maxHeight: 260, margin: '12px 0 0', paddingInlineStart: 18, overflow: 'auto' }}>
        {posts.map((post) => (
          <li key={post.id}>
            {post.where}
            {post.localTime ? `, ${formatWallTime(post.localTime)}` : ', no time yet'}
          </li>
        ))}
        {count > posts.length && <li>and {plural(count - posts.length, 'more', 'more')}</li>}
      </ul>
    </ConfirmDialog>
  );
}
