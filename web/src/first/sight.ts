import type { Asset, AssetCounts } from '@/api/types';
import { thumbOf } from '@/core/assets/asset';
import {
  fitColumns,
  type GridLayout,
  indexesOfRows,
  layOut,
  placeOf,
  rowAt,
  type Section,
} from '@/features/library/grid/rows';
import { tileSizes } from '@/features/library/grid/tileSize';
import { translated } from '@/lib/direction';
import { beginFirstSight } from '@/lib/firstSight';
import { formatCount, formatMonth } from '@/lib/format';
import { rememberedNumber } from '@/lib/remembered';

/** The place of the library's grid, still empty; widths and height in pixels. */
interface Sight {
  grid: HTMLElement;
  canvas: HTMLElement;
  height: number;
  /** The width for the tiles, without and with the scrubber beside them. */
  width: number;
  scrubbedWidth: number;
}

/** Creates the place of the grid, and measures it while the answers are on their way, because that takes as long as they do. */
export function prepareSight(): Sight {
  const grid = document.createElement('div');
  const canvas = grid.appendChild(document.createElement('div'));
  beginFirstSight().append(grid);
  const [height, width] = [grid.clientHeight, canvas.clientWidth];
  grid.dataset.scrubs = '';
  return { grid, canvas, height, width, scrubbedWidth: canvas.clientWidth };
}

/** Draws the first screen of the library where its grid will be. Resolves when each picture is visible or has failed. */
export async function showLibrary(
  { grid, canvas, height, width, scrubbedWidth }: Sight,
  { byMonth }: AssetCounts,
  items: readonly Asset[],
): Promise<void> {
  const wanted = rememberedNumber(tileSizes.key) ?? tileSizes.usual;
  const layOutIn = (room: number) => {
    const { columns, tile } = fitColumns(room, wanted);
    return layOut(byMonth, columns, tile);
  };
  const whole = layOutIn(width);
  const scrubs = whole.sections.length > 1 && whole.height > height * 2;
  if (!scrubs) delete grid.dataset.scrubs;
  const layout = scrubs ? layOutIn(scrubbedWidth) : whole;

  const lastRow = rowAt(layout, height - 1);
  const [, to] = indexesOfRows(layout, 0, lastRow);
  const tiles = items.slice(0, to).map((asset, index) => tileOf(asset, layout, index));
  canvas.append(...tiles);
  canvas.append(...layout.sections.filter(({ firstRow }) => firstRow <= lastRow).map(headingOf));
  await Promise.allSettled(tiles.map((tile) => tile.decode()));
  await painted();
}

/** Otherwise the app, which starts next, would keep them off the screen. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

function tileOf(asset: Asset, layout: GridLayout, index: number): HTMLImageElement {
  const { x, y } = placeOf(layout, index);
  const tile = new Image();
  tile.fetchPriority = 'high';
  Object.assign(tile.style, {
    width: `${layout.tile}px`,
    height: `${layout.tile}px`,
    transform: translated(x, y),
    backgroundImage: asset.placeholder ? `url(${asset.placeholder})` : '',
  });
  const thumb = thumbOf(asset);
  if (thumb) tile.src = thumb.url;
  return tile;
}

function headingOf({ month, count, top }: Section): HTMLElement {
  const heading = document.createElement('h2');
  const small = document.createElement('small');
  small.textContent = formatCount(count);
  heading.append(`${formatMonth(month)} `, small);
  heading.style.transform = `translateY(${top}px)`;
  return heading;
}
