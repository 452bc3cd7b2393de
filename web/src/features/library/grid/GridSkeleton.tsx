import { useLingui } from '@lingui/react/macro';
import { useElementSize } from '@mantine/hooks';
import { translated } from '@/lib/direction';
import classes from './Grid.module.css';
import { fitColumns, gap } from './rows';

/** The grid before anything has loaded; laid out by the same arithmetic, so that nothing moves when the tiles arrive. */
export function GridSkeleton({ tileSize }: { tileSize: number }) {
  const { t } = useLingui();
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const { columns, tile } = fitColumns(Math.max(width, 1), tileSize);
  const rows = width === 0 ? 0 : Math.ceil(height / (tile + gap));
  return (
    <div className={classes.scroller} role="status" aria-label={t`Loading the library`}>
      <div ref={ref} className={classes.waiting}>
        {Array.from({ length: rows * columns }, (_, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: empty squares have no other identity.
            key={index}
            className={classes.empty}
            style={{
              width: tile,
              height: tile,
              transform: translated(
                (index % columns) * (tile + gap),
                Math.floor(index / columns) * (tile + gap),
              ),
            }}
          />
        ))}
      </div>
    </div>
  );
}
