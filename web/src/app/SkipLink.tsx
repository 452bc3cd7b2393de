import { Trans } from '@lingui/react/macro';
import type { MouseEvent } from 'react';
import { contentId, focusContent } from '@/lib/content';
import classes from './SkipLink.module.css';

/** The first Tab stop on every page; skips the rail. */
export function SkipLink() {
  const skip = (event: MouseEvent) => {
    // The router owns the address; a fragment in it would be a page of its own.
    event.preventDefault();
    focusContent();
  };
  return (
    <a href={`#${contentId}`} className={classes.skip} onClick={skip}>
      <Trans>Skip to content</Trans>
    </a>
  );
}
