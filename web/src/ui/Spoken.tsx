import { VisuallyHidden } from '@mantine/core';
import { memo } from 'react';

interface Props {
  /** Milestones of what is going on; announced at the next pause. */
  news: string;
  /** Why something failed; announced at once. */
  failure: string;
}

/** Announces a process in the background to screen readers. It stays mounted, because only a change of its text is announced. */
export const Spoken = memo(function Spoken({ news, failure }: Props) {
  return (
    <VisuallyHidden>
      <span role="status">{news}</span>
      <span role="alert">{failure}</span>
    </VisuallyHidden>
  );
});
