import type { Asset } from '@/api/types';
import classes from './BadgeMark.module.css';

/** How well a video fits. Each of the three badges has a shape and words of its own, because colour alone is not enough. */
export function BadgeMark({ badge, words }: { badge: NonNullable<Asset['badge']>; words: string }) {
  return <i className={classes.badge} data-badge={badge} role="img" aria-label={words} title={words} />;
}
