import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { UploadItem } from './queue';
import classes from './UploadBar.module.css';
import { UploadLine } from './UploadLine';
import type { Uploads } from './Uploads';

interface Props {
  items: readonly UploadItem[];
  uploads: Uploads;
  onOpenAsset: (id: string) => void;
}

/** A line per file; only those in sight are drawn, so thousands in one drop cost nothing. */
export function UploadList({ items, uploads, onOpenAsset }: Props) {
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 4,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard.
    <section ref={scroller} className={classes.list} tabIndex={0} aria-label="Files">
      <div className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
          const item = items[row.index];
          return (
            item && (
              <div
                key={row.key}
                ref={virtualizer.measureElement}
                data-index={row.index}
                className={classes.file}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <UploadLine item={item} uploads={uploads} onOpenAsset={onOpenAsset} />
              </div>
            )
          );
        })}
      </div>
    </section>
  );
}
