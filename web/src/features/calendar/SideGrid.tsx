import { useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Asset } from '@/api/types';
import { AssetTile } from '@/core/assets/AssetTile';
import { useTileRows } from '@/core/assets/useTileRows';
import type { NextPage } from '@/lib/pagedList';
import classes from './side.module.css';

interface Props {
  assets: readonly Asset[];
  selected: readonly Asset[];
  next: NextPage;
  onSelect: (asset: Asset) => void;
}

const columns = 3;
const rowHeight = 88;

/** Three tiles in a row; only the visible rows are rendered. Dragging a selected tile drags the whole selection. */
export function SideGrid({ assets, selected, next, onSelect }: Props) {
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useTileRows({ scroller, count: assets.length, columns, rowHeight, next });
  const selectedIds = selected.map(({ id }) => id);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the tiles inside, which are buttons.
    <div ref={scroller} className={classes.sideScroller} onKeyDown={rows.onKeyDown}>
      <ul className={classes.tiles} style={{ height: rows.height }} aria-label={t`Assets`}>
        {rows.drawn.flatMap(({ row, y }) =>
          assets.slice(row * columns, (row + 1) * columns).map((asset, column) => {
            const index = row * columns + column;
            const isSelected = selectedIds.includes(asset.id);
            return (
              <SideTile
                key={asset.id}
                asset={asset}
                index={index}
                column={column}
                y={y}
                focusable={index === rows.current}
                isSelected={isSelected}
                dragged={isSelected ? selectedIds : [asset.id]}
                onSelect={() => {
                  rows.setCurrent(index);
                  onSelect(asset);
                }}
              />
            );
          }),
        )}
      </ul>
    </div>
  );
}

interface TileProps {
  asset: Asset;
  index: number;
  column: number;
  y: number;
  focusable: boolean;
  isSelected: boolean;
  dragged: readonly string[];
  onSelect: () => void;
}

function SideTile({ asset, index, column, y, focusable, isSelected, dragged, onSelect }: TileProps) {
  return (
    <li style={{ transform: `translateY(${y}px)`, insetInlineStart: `${(column * 100) / columns}%` }}>
      <div className={classes.sideTile} data-assets={dragged.join(' ')}>
        <AssetTile
          small
          asset={asset}
          index={index}
          focusable={focusable}
          picked={isSelected}
          mark={
            isSelected && (
              <span className={classes.check}>
                <IconCheck size={13} stroke={2.5} aria-hidden="true" />
              </span>
            )
          }
          onSelect={onSelect}
        />
      </div>
    </li>
  );
}
