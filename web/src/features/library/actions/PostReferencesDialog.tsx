import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Problem } from '@/api/problem';
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

/** Lists the unpublished posts that would lose media, and asks whether to continue. */
export default function PostReferencesDialog({ opened, problem, onConfirm, onClose, onExited }: Props) {
  const { t } = useLingui();
  const posts = postReferencesIn(problem);
  const count = problem.number('postCount') ?? posts.length;
  const more = count - posts.length;
  return (
    <ConfirmDialog
      opened={opened}
      title={plural(count, { one: 'Used in # planned post', other: 'Used in # planned posts' })}
      confirm={t`Delete anyway`}
      onClose={onClose}
      onExited={onExited}
      onConfirm={onConfirm}
    >
      <Plural
        value={count}
        one="If you delete anyway, it goes back to draft."
        other="If you delete anyway, they go back to draft."
      />
      <ul style={{ maxHeight: 260, margin: '12px 0 0', paddingInlineStart: 18, overflow: 'auto' }}>
        {posts.map((post) => (
          <li key={post.id}>
            {post.network} {post.handle !== null && <bdi>@{post.handle}</bdi>}
            {' · '}
            {post.localTime ? formatWallTime(post.localTime) : <Trans>No time yet</Trans>}
          </li>
        ))}
        {more > 0 && (
          <li>
            <Plural value={more} one="and # more" other="and # more" />
          </li>
        )}
      </ul>
    </ConfirmDialog>
  );
}
