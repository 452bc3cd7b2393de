import { Plural, Trans } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { Network } from '@/api/types';
import { NetworkGlyph } from '@/core/posts/networks';
import { formatCount } from '@/lib/format';
import classes from './Composer.module.css';
import type { Counted } from './captionLimits';

/** How much of the limit is used: amber near the end, red beyond it, and then in words. */
export function CaptionCounter({
  counted,
  network,
}: {
  counted: readonly Counted[];
  /** Whose limits they are, where there are several. */
  network: Network | null;
}) {
  const over = counted.filter((one) => one.level === 'over');
  return (
    <span className={classes.counted}>
      {network && counted.length > 0 && <NetworkGlyph network={network} size={14} />}
      {counted.map((one) => (
        <span key={one.word} className={classes.counter} data-level={one.level}>
          <Measure counted={one} />
        </span>
      ))}
      <VisuallyHidden role="status">
        {over.map((one) => (
          <span key={one.word}>
            <Excess counted={one} />{' '}
          </span>
        ))}
      </VisuallyHidden>
    </span>
  );
}

/** Characters are the expected unit, so only screen readers get the word. */
function Measure({ counted: { count, most, word } }: { counted: Counted }) {
  const measure = `${formatCount(count)} / ${formatCount(most)}`;
  if (word === 'bytes')
    return (
      <Plural
        value={most}
        one={
          <Trans>
            <bdi>{measure}</bdi> byte
          </Trans>
        }
        other={
          <Trans>
            <bdi>{measure}</bdi> bytes
          </Trans>
        }
      />
    );
  if (word === 'hashtags')
    return (
      <Plural
        value={most}
        one={
          <Trans>
            <bdi>{measure}</bdi> hashtag
          </Trans>
        }
        other={
          <Trans>
            <bdi>{measure}</bdi> hashtags
          </Trans>
        }
      />
    );
  return (
    <Plural
      value={most}
      one={
        <Trans>
          <bdi>{measure}</bdi>
          <VisuallyHidden> character</VisuallyHidden>
        </Trans>
      }
      other={
        <Trans>
          <bdi>{measure}</bdi>
          <VisuallyHidden> characters</VisuallyHidden>
        </Trans>
      }
    />
  );
}

function Excess({ counted: { count, most, word } }: { counted: Counted }) {
  const excess = count - most;
  if (word === 'bytes') return <Plural value={excess} one="# byte too many." other="# bytes too many." />;
  if (word === 'hashtags')
    return <Plural value={excess} one="# hashtag too many." other="# hashtags too many." />;
  return <Plural value={excess} one="# character too many." other="# characters too many." />;
}
