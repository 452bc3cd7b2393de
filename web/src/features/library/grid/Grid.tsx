import { useElementSize } from '@mantine/hooks';
import { useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { Asset } from '@/api/types';
import { endFirstSight } from '@/lib/firstSight';
import { isSelected } from '../selection/selection';
import { useSelection } from '../selection/selectionStore';
import { useGridSelection } from '../selection/useGridSelection';
import type { LibraryView, Range } from '../view/libraryView';
import type { Scope } from '../view/queries';
import classes from './Grid.module.css';
import { GridSection } from './GridSection';
import { indexesIn, isIn, type Rectangle } from './rectangle';
import { fitColumns, type GridLayout, indexesOfRows, layOut, rowOfIndex, topOfRow } from './rows';
import { Scrubber } from './Scrubber';
import { tallest } from './scale';
import type { TileActions } from './Tile';
import { useGridKeys } from './useGridKeys';
import { useGridScroll } from './useGridScroll';
import { useKeptPlace } from './useKeptPlace';
import { useRectangle } from './useRectangle';
import { useReveal } from './useReveal';

interface Props {
  view: LibraryView;
  scope: Scope;
  /** Changes when another list is shown; the grid then starts at the top. */
  identity: string;
  tileSize: number;
  openId: string | undefined;
  menuId: string | undefined;
  /** Called with the visible range. */
  onLook: (range: Range) => void;
  onOpen: (asset: Asset) => void;
  onView: (asset: Asset) => void;
  onStar: (asset: Asset) => void;
  onMenu: (asset: Asset, x: number, y: number) => void;
}

export function Grid({ view, scope, identity, tileSize, openId, menuId, ...on }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  // Measures the canvas, not the scroller, because the scroller's width would include its padding.
  const { ref: canvas, width } = useElementSize<HTMLDivElement>();
  const { ref: frame, height: viewHeight } = useElementSize<HTMLDivElement>();
  const { items, summary } = view;
  const { selection, selecting } = useSelection();

  const layout = useMemo(() => {
    const { columns, tile } = fitColumns(Math.max(width, 1), tileSize);
    return layOut(summary.byMonth, columns, tile);
  }, [summary.byMonth, width, tileSize]);
  const { drawn, top, moveTo } = useGridScroll(scroller, layout, viewHeight);
  const goTo = useKeptPlace(scroller, layout, view, identity, { top, moveTo });
  const reveal = useReveal(scroller, layout, top, goTo);

  const gridSelection = useGridSelection(scope);
  const { rectangle, onPointerDown } = useRectangle(scroller, layout, top, gridSelection.selectAlso);
  const keys = useGridKeys({ scroller, layout, items, gridSelection, reveal, onView: on.onView });

  const { onLook } = on;
  const [from, to] = indexesOfRows(layout, drawn.first, drawn.last);
  useEffect(() => {
    if (to > from && width > 0) onLook({ from, to });
  }, [from, to, width, onLook]);

  // The grid follows the sheet and the viewer, so that the keyboard continues from what was viewed last.
  const openIndex = openId === undefined ? undefined : view.indexes.get(openId);
  const { onFocus } = keys;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another asset moves the grid, not a scroll or a change of the list.
  useEffect(() => {
    if (openIndex === undefined || width === 0) return;
    onFocus(openIndex);
    reveal(rowOfIndex(layout, openIndex));
  }, [openId, openIndex !== undefined, width > 0]);

  // The tiles now lie where the first sight has them, with the same pictures.
  const isDrawn = drawn.last >= 0 && width > 0;
  useEffect(() => {
    if (isDrawn) endFirstSight();
  }, [isDrawn]);

  // A ref is stable, so no tile re-renders because one of these functions has changed.
  const actions = useRef<TileActions>(null);
  useImperativeHandle(actions, () => ({
    onPress: (asset, index, event) => {
      if (event.shiftKey) gridSelection.selectTo(asset, index);
      else if (selecting || event.ctrlKey || event.metaKey) gridSelection.selectOne(asset, index);
      else on.onOpen(asset);
    },
    onCheck: (asset, index, event) =>
      event.shiftKey ? gridSelection.selectTo(asset, index) : gridSelection.selectOne(asset, index),
    onHold: gridSelection.selectOne,
    onStar: on.onStar,
    onMenu: on.onMenu,
    onFocus: keys.onFocus,
  }));

  const touched = rectangle && indexesIn(layout, clip(rectangle, layout, drawn));
  const isTileSelected = (asset: Asset, index: number) =>
    (selecting && isSelected(selection, asset.id)) || (touched !== null && isIn(touched, index));

  const scrubs = layout.sections.length > 1 && layout.height > viewHeight * 2;
  return (
    <div ref={frame} className={classes.frame} data-scrubs={scrubs || undefined}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the tiles inside, which are buttons. */}
      <div
        ref={scroller}
        className={classes.scroller}
        onKeyDown={keys.onKeyDown}
        onPointerDown={onPointerDown}
        data-grid=""
      >
        <div ref={canvas} className={classes.canvas} style={{ height: Math.min(layout.height, tallest) }}>
          {width > 0 &&
            layout.sections
              .filter(({ firstRow, tileRows }) => firstRow <= drawn.to && firstRow + tileRows >= drawn.from)
              .map((section) => (
                <GridSection
                  key={section.month}
                  section={section}
                  layout={layout}
                  drawn={drawn}
                  items={items}
                  current={keys.current}
                  openId={openId}
                  menuId={menuId}
                  selecting={selecting}
                  isSelected={isTileSelected}
                  on={actions}
                />
              ))}
          {rectangle && <div className={classes.rectangle} style={boxOf(rectangle, drawn.base)} />}
        </div>
      </div>
      {scrubs && (
        <Scrubber
          scroller={scroller}
          layout={layout}
          extent={Math.max(0, layout.height - viewHeight)}
          top={top}
          onMove={goTo}
        />
      )}
    </div>
  );
}

/** The part of a rectangle that is drawn; the rest is computed when the mouse is released. */
function clip(
  rectangle: Rectangle,
  layout: GridLayout,
  { from, to }: { from: number; to: number },
): Rectangle {
  const least = topOfRow(layout, from);
  const most = topOfRow(layout, to) + layout.tile;
  const within = (y: number) => Math.min(most, Math.max(least, y));
  return { ...rectangle, startY: within(rectangle.startY), endY: within(rectangle.endY) };
}

function boxOf({ startX, startY, endX, endY }: Rectangle, base: number) {
  return {
    insetInlineStart: Math.min(startX, endX),
    top: Math.min(startY, endY) - base,
    width: Math.abs(endX - startX),
    height: Math.abs(endY - startY),
  };
}
