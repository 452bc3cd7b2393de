import { Trans, useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Checklist, PostAsset, Surface } from '@/api/types';
import { formatCount } from '@/lib/format';
import { type MediaDialog, MediaItem } from './MediaItem';
import { badgeOf, moved } from './media';
import classes from './media.module.css';
import { useReorder } from './useReorder';

interface Props {
  media: readonly PostAsset[];
  surface: Surface | undefined;
  checklist: Checklist | undefined;
  onChange: (media: PostAsset[]) => void;
  onSelect: () => void;
  onDialog: (kind: MediaDialog, assetId: string) => void;
}

/** The post's media in order; it changes by dragging, with keys, or in the menu of each item. */
export function MediaStrip({ media, surface, checklist, onChange, ...on }: Props) {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const most = surface?.maxItems ?? null;
  const [count, limit] = [formatCount(media.length), formatCount(most ?? 0)];

  const move = (from: number, to: number) => {
    const at = Math.max(0, Math.min(to, media.length - 1));
    const one = media[from];
    if (!one || at === from) return;
    onChange(moved(media, from, at));
    const [name, place] = [one.name, formatCount(at + 1)];
    setSaid(t`Moved ${name} to ${place} of ${count}`);
    requestAnimationFrame(() => focusOn(at));
  };
  const remove = (index: number) => {
    onChange(media.filter((_, at) => at !== index));
    const name = media[index]?.name ?? '';
    setSaid(t`Removed ${name}`);
    requestAnimationFrame(() => focusOn(Math.min(index, media.length - 2)));
  };
  const focusOn = (index: number) => {
    const items = list.current?.querySelectorAll<HTMLElement>('[data-media]') ?? [];
    (items[index] ?? list.current?.querySelector<HTMLElement>('[data-add]'))?.focus();
  };

  const reorderable = useReorder(move);

  return (
    <section aria-label={t`Media`} className={classes.strip}>
      <div className={classes.head}>
        <h3>
          <Trans>Media</Trans>
        </h3>
        <span>{most !== null && most > 1 && media.length > 0 ? t`${count} of ${limit}` : ''}</span>
      </div>
      <ul ref={list} className={classes.list}>
        {media.map((one, index) => (
          <MediaItem
            key={one.assetId}
            media={one}
            index={index}
            count={media.length}
            reorder={reorderable(index)}
            badge={badgeOf(checklist, one.assetId)}
            onMove={(to) => move(index, to)}
            onRemove={() => remove(index)}
            onDialog={(kind) => on.onDialog(kind, one.assetId)}
          />
        ))}
        <li>
          <button
            type="button"
            className={classes.add}
            data-add=""
            data-wide={media.length === 0 || undefined}
            onClick={on.onSelect}
          >
            <IconPhotoPlus size={22} stroke={1.5} aria-hidden="true" />
            {media.length === 0 ? <Trans>Add a photo or video</Trans> : <Trans>Add</Trans>}
          </button>
        </li>
      </ul>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </section>
  );
}
