import { useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import classes from './transfers.module.css';

interface Props<Item> {
  items: readonly Item[];
  children: (item: Item) => ReactNode;
}

/** One line per file. Only the visible lines are rendered, so thousands of files cost nothing. */
export function TransferList<Item extends { readonly id: string }>({ items, children }: Props<Item>) {
  const { t } = useLingui();
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
    <section ref={scroller} className={classes.list} tabIndex={0} aria-label={t`Files`}>
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
                {children(item)}
              </div>
            )
          );
        })}
      </div>
    </section>
  );
}
