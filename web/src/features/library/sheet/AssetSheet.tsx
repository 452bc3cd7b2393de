import { Trans, useLingui } from '@lingui/react/macro';
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
import { arrowOf, isRtl, startOf } from '@/lib/direction';
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
  /** As the grid has it; shown until the asset itself has been fetched. */
  known: Asset | undefined;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
  /** Shows every asset with a label. */
  onLabel: (name: string) => void;
}

const left = { key: 'ArrowLeft', sign: '←' };
const right = { key: 'ArrowRight', sign: '→' };
const icon = { size: 20, stroke: 1.5 } as const;

/** Everything about one asset, beside the grid, which stays usable; on a phone it fills the screen. */
export default function AssetSheet({ id, known, onPrevious, onNext, onClose, onLabel, ...on }: Props) {
  const { t } = useLingui();
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

  const name = asset?.name;
  const [back, forth] = isRtl() ? [right, left] : [left, right];
  const [before, after] = [back.sign, forth.sign];
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
    // The trap would overwrite a ref on the section itself.
    <FocusTrap active={phone} innerRef={sheet}>
      <section
        className={classes.sheet}
        role="dialog"
        aria-modal={phone || undefined}
        aria-label={name === undefined ? t`Details` : t`Details of ${name}`}
        tabIndex={-1}
        onKeyDown={keys}
        data-sheet=""
      >
        {phone && <FocusTrap.InitialFocus />}
        <div className={classes.bar}>
          <ActionIcon
            title={t`Previous (${before})`}
            aria-label={t`Previous`}
            aria-keyshortcuts={back.key}
            disabled={!onPrevious}
            onClick={onPrevious}
          >
            <IconChevronLeft {...icon} />
          </ActionIcon>
          <ActionIcon
            title={t`Next (${after})`}
            aria-label={t`Next`}
            aria-keyshortcuts={forth.key}
            disabled={!onNext}
            onClick={onNext}
          >
            <IconChevronRight {...icon} />
          </ActionIcon>
          <span className={classes.grow} />
          {asset && (
            <ActionIcon
              title={asset.starred ? t`Remove star (s)` : t({ message: 'Star (s)', context: 'verb' })}
              aria-label={t({ message: 'Star', context: 'verb' })}
              aria-pressed={asset.starred}
              onClick={() => void star(asset)}
            >
              {asset.starred ? <IconStarFilled size={19} className={classes.star} /> : <IconStar {...icon} />}
            </ActionIcon>
          )}
          {asset && (
            <ActionIcon {...more.props} title={t`More`} aria-label={t`Actions for ${name}`}>
              <IconDots {...icon} />
            </ActionIcon>
          )}
          {asset && (
            <ActionIcon
              title={t`Full screen (Space)`}
              aria-label={t`Full screen`}
              onClick={() => on.onView(asset)}
            >
              <IconMaximize {...icon} />
            </ActionIcon>
          )}
          <ActionIcon title={t`Close (Esc)`} aria-label={t`Close details`} onClick={onClose}>
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
          <EmptyState icon={<IconMoodEmpty size={28} stroke={1.5} />} title={t`Nothing to show`} alert>
            {failed instanceof Problem && failed.status === 404 ? (
              <Trans>This file is no longer in the library.</Trans>
            ) : (
              <ServerMessage>{failed.message}</ServerMessage>
            )}
          </EmptyState>
        ) : asset ? (
          <SheetBody key={asset.id} asset={asset} waiting={isPending} onLabel={onLabel} {...on} />
        ) : (
          late && <EmptyState title={t`Loading…`} />
        )}
      </section>
    </FocusTrap>
  );
}
