import type { Asset } from '@/api/types';
import classes from './BadgeMark.module.css';

/** How well a video fits. Not by colour alone: each of the three has a shape of its own, and words. */
export function BadgeMark({ badge, words }: { badge: NonNullable<Asset['badge']>; words: string }) {
  return <i className={classes.badge} data-badge={badge} role="img" aria-label={words} title={words} />;
}
