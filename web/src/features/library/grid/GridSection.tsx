import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { RefObject } from 'react';
import type { Asset } from '@/api/types';
import { translated } from '@/lib/direction';
import { formatCount, formatMonth } from '@/lib/format';
import classes from './Grid.module.css';
import {
  type GridLayout,
  headingHeight,
  placeOf,
  rowHeight,
  rowOfIndex,
  type Section,
  topOfRow,
} from './rows';
import { Tile, type TileActions } from './Tile';
import type { DrawnRows } from './useGridScroll';

interface Props {
  section: Section;
  layout: GridLayout;
  drawn: DrawnRows;
  items: ReadonlyMap<number, Asset>;
  current: number;
  openId: string | undefined;
  menuId: string | undefined;
  selecting: boolean;
  isSelected: (asset: Asset, index: number) => boolean;
  on: RefObject<TileActions | null>;
}

/** The rendered part of a month: its sticky heading and its visible tiles. */
export function GridSection({ section, layout, drawn, items, current, openId, menuId, ...rest }: Props) {
  const { t } = useLingui();
  const { base } = drawn;
  const { count } = section;
  // The box in which the heading sticks covers only the rendered rows: a month may be taller than the tallest box a browser allows.
  const start = Math.max(section.top, topOfRow(layout, drawn.from));
  const end = Math.min(
    section.top + section.height,
    topOfRow(layout, drawn.to) + rowHeight(layout, drawn.to),
  );
  return (
    <section aria-label={formatMonth(section.month)}>
      <div
        className={classes.track}
        style={{ top: start - base, height: Math.max(headingHeight, end - start) }}
      >
        <h2 className={classes.heading}>
          {formatMonth(section.month)} <small>{formatCount(count)}</small>
        </h2>
      </div>
      <ul className={classes.tiles} aria-label={t`${plural(count, { one: '# item', other: '# items' })}`}>
        {indexesDrawn(section, drawn, layout.columns).map((index) => {
          const { x, y } = placeOf(layout, index);
          const asset = items.get(index);
          if (!asset)
            return (
              <li
                key={`empty-${index}`}
                className={classes.empty}
                aria-hidden="true"
                style={{
                  width: layout.tile,
                  height: layout.tile,
                  transform: translated(x, y - base),
                }}
              />
            );
          return (
            <Tile
              key={asset.id}
              asset={asset}
              index={index}
              x={x}
              y={y - base}
              size={layout.tile}
              picture={drawn.hurried ? 'later' : isOutOfSight(layout, drawn, index) ? 'soon' : 'now'}
              focusable={index === current}
              open={asset.id === openId}
              menuOpen={asset.id === menuId}
              selecting={rest.selecting}
              selected={rest.isSelected(asset, index)}
              on={rest.on}
            />
          );
        })}
      </ul>
    </section>
  );
}

function isOutOfSight(layout: GridLayout, { first, last }: DrawnRows, index: number): boolean {
  const row = rowOfIndex(layout, index);
  return row < first || row > last;
}

function indexesDrawn(section: Section, { from, to }: DrawnRows, columns: number): number[] {
  const first = Math.max(0, from - section.firstRow - 1) * columns;
  const end = Math.min(section.count, Math.max(0, to - section.firstRow) * columns);
  return Array.from({ length: Math.max(0, end - first) }, (_, offset) => section.first + first + offset);
}
