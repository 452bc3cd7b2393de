import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconNote } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Network, PostAsset, Surface } from '@/api/types';
import { ownDirection } from '@/ui/ownDirection';
import { CaptionCounter } from './CaptionCounter';
import classes from './Composer.module.css';
import { countCaption } from './captionLimits';
import { MediaNotes } from './media/MediaNotes';

interface Props {
  caption: string;
  firstComment: string;
  media: readonly PostAsset[];
  /** Whose limits count. */
  surfaces: readonly Surface[];
  onChange: (caption: string) => void;
}

/** The caption. The notes of the post's media can be shown beside it and copied into it. */
export function CaptionField({ caption, firstComment, media, surfaces, onChange }: Props) {
  const { t } = useLingui();
  const box = useRef<HTMLTextAreaElement>(null);
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const [notes, setNotes] = useState(false);
  const counted = surfaces.map((surface) => ({
    network: surface.key.split('.')[0] as Network,
    limits: countCaption(surface, caption, firstComment),
  }));
  const hasNotes = media.some(({ note }) => note);

  const take = (note: string) => {
    onChange(caption.trim() === '' ? note : `${caption.trimEnd()}\n\n${note}`);
    box.current?.focus();
  };

  return (
    <div className={classes.text}>
      <Textarea
        ref={box}
        label={t`Caption`}
        {...ownDirection}
        styles={{ input: { color: 'var(--ink)' } }}
        autosize
        minRows={5}
        maxRows={14}
        value={caption}
        error={counted.some(({ limits }) => limits.some(({ level }) => level === 'over'))}
        data-autofocus={phone ? undefined : ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.below}>
        {hasNotes && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            h={32}
            leftSection={<IconNote size={16} stroke={1.5} />}
            aria-expanded={notes}
            onClick={() => setNotes(!notes)}
          >
            {notes ? <Trans>Hide media notes</Trans> : <Trans>Show media notes</Trans>}
          </Button>
        )}
        <span className={classes.counters}>
          {counted.map(({ network, limits }) => (
            <CaptionCounter key={network} counted={limits} network={counted.length > 1 ? network : null} />
          ))}
        </span>
      </div>
      {notes && <MediaNotes media={media} onTake={take} />}
    </div>
  );
}
