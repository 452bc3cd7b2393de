import { type DragEvent, type ReactNode, useEffect, useState } from 'react';
import type { PostAsset } from '@/api/types';
import { carriesAssets, droppedAssets, wantDrags } from '@/core/assets/drag';
import classes from './Composer.module.css';
import { unknownMedia } from './media/media';

interface Props {
  disabled: boolean;
  media: readonly PostAsset[];
  onMedia: (media: PostAsset[]) => void;
  children: ReactNode;
}

/** Accepts tiles dragged in from the library. */
export function DropZone({ disabled, media, onMedia, children }: Props) {
  const [over, setOver] = useState(false);
  useEffect(() => (disabled ? undefined : wantDrags()), [disabled]);

  const hover = (event: DragEvent) => {
    if (disabled || !carriesAssets(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const leave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    if (disabled || !carriesAssets(event)) return;
    event.preventDefault();
    const fresh = droppedAssets(event).filter((id) => !media.some(({ assetId }) => assetId === id));
    if (fresh.length > 0) onMedia([...media, ...fresh.map(unknownMedia)]);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the way without a mouse is the button that opens the media selector.
    <div
      className={classes.zone}
      data-over={over || undefined}
      onDragOver={hover}
      onDragLeave={leave}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
