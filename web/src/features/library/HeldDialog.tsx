import type { Problem } from '@/api/problem';
import { formatDateTime, plural } from '@/lib/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { heldPosts } from './held';

interface Props {
  opened: boolean;
  problem: Problem;
  onConfirm: () => void;
  onClose: () => void;
  onExited: () => void;
}

/** Posts that are not published yet would lose their media: it names them and asks. */
export default function HeldDialog({ opened, problem, onConfirm, onClose, onExited }: Props) {
  const posts = heldPosts(problem);
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
      <ul style={{ maxHeight: 260, margin: '12px 0 0', paddingLeft: 18, overflow: 'auto' }}>
        {posts.map((post) => (
          <li key={post.id}>
            {post.where}
            {post.scheduledAt ? `, ${formatDateTime(post.scheduledAt)}` : ', not scheduled'}
          </li>
        ))}
        {count > posts.length && <li>and {plural(count - posts.length, 'more', 'more')}</li>}
      </ul>
    </ConfirmDialog>
  );
}
