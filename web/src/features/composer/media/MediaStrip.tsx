import { VisuallyHidden } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Checklist, PostAsset, Surface } from '@/api/types';
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

/** The media of the post in their order, which is changed by dragging, by keys, or in the menu of each. */
export function MediaStrip({ media, surface, checklist, onChange, ...on }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const most = surface?.maxItems ?? null;

  const move = (from: number, to: number) => {
    const at = Math.max(0, Math.min(to, media.length - 1));
    const one = media[from];
    if (!one || at === from) return;
    onChange(moved(media, from, at));
    setSaid(`${one.name} is now ${at + 1} of ${media.length}.`);
    requestAnimationFrame(() => focusOn(at));
  };
  const remove = (index: number) => {
    onChange(media.filter((_, at) => at !== index));
    setSaid(`${media[index]?.name} is taken out.`);
    requestAnimationFrame(() => focusOn(Math.min(index, media.length - 2)));
  };
  const focusOn = (index: number) => {
    const items = list.current?.querySelectorAll<HTMLElement>('[data-media]') ?? [];
    (items[index] ?? list.current?.querySelector<HTMLElement>('[data-add]'))?.focus();
  };

  const reorderable = useReorder(move);

  return (
    <section aria-label="Media" className={classes.strip}>
      <div className={classes.head}>
        <h3>Media</h3>
        <span>{most !== null && most > 1 && media.length > 0 ? `${media.length} of ${most}` : ''}</span>
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
            {media.length === 0 ? 'Add a picture or video' : 'Add'}
          </button>
        </li>
      </ul>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </section>
  );
}
