import { VisuallyHidden } from '@mantine/core';
import { memo } from 'react';

interface Props {
  /** The turning points of what goes on: said when there is a pause. */
  news: string;
  /** Why something failed: said at once. */
  failure: string;
}

/** What is said aloud of something that goes on by itself. It stays on the page, as only a change of its words is heard. */
export const Spoken = memo(function Spoken({ news, failure }: Props) {
  return (
    <VisuallyHidden>
      <span role="status">{news}</span>
      <span role="alert">{failure}</span>
    </VisuallyHidden>
  );
});
