import { VisuallyHidden } from '@mantine/core';
import { formatCount } from '@/lib/format';
import classes from './Composer.module.css';
import type { Counted } from './captionLimits';

/** How much is written of what fits; amber near the end, red beyond it, and then in words. */
export function CaptionCounter({ counted }: { counted: readonly Counted[] }) {
  const over = counted.filter((one) => one.level === 'over');
  return (
    <span className={classes.counters}>
      {counted.map(({ count, most, word, level }, index) => (
        <span key={word} className={classes.counter} data-level={level}>
          {formatCount(count)} / {formatCount(most)}
          {index > 0 || word !== 'characters' ? ` ${word}` : <VisuallyHidden> characters</VisuallyHidden>}
        </span>
      ))}
      <VisuallyHidden role="status">
        {over.map(({ count, most, word }) => `${formatCount(count - most)} ${word} too many.`).join(' ')}
      </VisuallyHidden>
    </span>
  );
}
