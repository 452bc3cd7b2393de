import { ActionIcon, FocusTrap } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconChevronLeft,
  IconChevronRight,
  IconDots,
  IconMaximize,
  IconMoodEmpty,
  IconStar,
  IconStarFilled,
  IconX,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { blockingError } from '@/api/blockingError';
import { Problem } from '@/api/problem';
import type { Asset } from '@/api/types';
import { assetQuery } from '@/core/assets/queries';
import { arrowOf, startOf } from '@/lib/direction';
import { isTyping } from '@/lib/keyboard';
import { useOpenThing } from '@/lib/openThing';
import { useDelayed } from '@/lib/useDelayed';
import { EmptyState } from '@/ui/EmptyState';
import { lazyPart } from '@/ui/lazyPart';
import { ServerMessage } from '@/ui/ServerMessage';
import { useMenuButton } from '@/ui/useMenuButton';
import type { AssetActions } from '../actions/entries';
import { usePerform } from '../actions/perform';
import classes from './AssetSheet.module.css';
import { SheetBody } from './SheetBody';

const AssetMenu = lazyPart(() => import('../actions/AssetMenu'));

interface Props extends AssetActions {
  id: string;
  /** As the grid has it; shown until the server has been asked again. */
  known: Asset | undefined;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
  /** Shows everything that carries a label. */
  onLabel: (name: string) => void;
}

const icon = { size: 20, stroke: 1.5 } as const;

/** Everything about one asset, beside the grid, which stays usable; on a phone it takes the whole screen. */
export default function AssetSheet({ id, known, onPrevious, onNext, onClose, onLabel, ...on }: Props) {
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const { data: details, error, isPending } = useQuery(assetQuery(id));
  const { star } = usePerform();
  const late = useDelayed(isPending && !known);
  const sheet = useRef<HTMLElement>(null);
  const more = useMenuButton();
  const asset = details ?? known;
  const failed = blockingError({ data: asset, error });

  useEffect(() => sheet.current?.focus({ preventScroll: true }), []);
  useOpenThing(asset?.name);

  const keys = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.target instanceof HTMLVideoElement) return;
    const key = arrowOf(event.key);
    if (key === 'ArrowLeft') onPrevious?.();
    else if (key === 'ArrowRight') onNext?.();
    else if (event.key === ' ' && asset && event.target === sheet.current) on.onView(asset);
    else return;
    event.preventDefault();
  };

  return (
    // A ref of the section itself would be replaced by that of the trap.
    <FocusTrap active={phone} innerRef={sheet}>
      <section
        className={classes.sheet}
        role="dialog"
        aria-modal={phone || undefined}
        aria-label={asset ? `Details of ${asset.name}` : 'Details'}
        tabIndex={-1}
        onKeyDown={keys}
        data-sheet=""
      >
        {phone && <FocusTrap.InitialFocus />}
        <div className={classes.bar}>
          <ActionIcon title="Previous (←)" aria-label="Previous" disabled={!onPrevious} onClick={onPrevious}>
            <IconChevronLeft {...icon} />
          </ActionIcon>
          <ActionIcon title="Next (→)" aria-label="Next" disabled={!onNext} onClick={onNext}>
            <IconChevronRight {...icon} />
          </ActionIcon>
          <span className={classes.grow} />
          {asset && (
            <ActionIcon
              title={asset.starred ? 'Remove the star (s)' : 'Star (s)'}
              aria-label="Star"
              aria-pressed={asset.starred}
              onClick={() => void star(asset)}
            >
              {asset.starred ? <IconStarFilled size={19} className={classes.star} /> : <IconStar {...icon} />}
            </ActionIcon>
          )}
          {asset && (
            <ActionIcon {...more.props} title="More" aria-label={`Actions for ${asset.name}`}>
              <IconDots {...icon} />
            </ActionIcon>
          )}
          {asset && (
            <ActionIcon title="Full screen (Space)" aria-label="Full screen" onClick={() => on.onView(asset)}>
              <IconMaximize {...icon} />
            </ActionIcon>
          )}
          <ActionIcon title="Close (Esc)" aria-label="Close the details" onClick={onClose}>
            <IconX {...icon} />
          </ActionIcon>
        </div>
        {asset && more.anchor && (
          <AssetMenu
            asset={asset}
            x={startOf(more.anchor)}
            y={more.anchor.top + more.anchor.height}
            onClose={more.close}
            {...on}
          />
        )}
        {failed ? (
          <EmptyState icon={<IconMoodEmpty size={28} stroke={1.5} />} title="Nothing to show" alert>
            <ServerMessage>{sentenceOf(failed)}</ServerMessage>
          </EmptyState>
        ) : asset ? (
          <SheetBody key={asset.id} asset={asset} waiting={isPending} onLabel={onLabel} {...on} />
        ) : (
          late && <EmptyState title="Loading…" />
        )}
      </section>
    </FocusTrap>
  );
}

function sentenceOf(problem: Error): string {
  return problem instanceof Problem && problem.status === 404
    ? 'This asset is not in the library any more. It was deleted.'
    : problem.message;
}
