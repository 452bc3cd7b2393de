import type { Range } from '../view/libraryView';
import { type GridLayout, gap, headingHeight } from './rows';

/** In pixels of the whole grid, from where it starts; the corners may be in any order. */
export interface Rectangle {
  startX: number;
  startY: number;
  endX: number;
  endY: number;
}

/** The assets whose tiles a rectangle touches, row by row. Computed from the layout, not from the DOM. */
export function indexesIn(layout: GridLayout, rectangle: Rectangle): Range[] {
  const { columns, tile } = layout;
  const pitch = tile + gap;
  const [left, right] = sorted(rectangle.startX, rectangle.endX);
  const [top, bottom] = sorted(rectangle.startY, rectangle.endY);
  const firstColumn = touching(left, pitch, tile);
  const lastColumn = Math.min(columns - 1, Math.floor(right / pitch));
  const found: Range[] = [];
  if (firstColumn > lastColumn) return found;
  for (const section of layout.sections) {
    const tiles = section.top + headingHeight;
    if (section.top > bottom) break;
    if (section.top + section.height < top) continue;
    const firstRow = touching(top - tiles, pitch, tile);
    const lastRow = Math.min(section.tileRows - 1, Math.floor((bottom - tiles) / pitch));
    for (let row = firstRow; row <= lastRow; row++) {
      const start = row * columns;
      const from = section.first + Math.min(section.count, start + firstColumn);
      const to = section.first + Math.min(section.count, start + lastColumn + 1);
      const last = found.at(-1);
      if (from >= to) continue;
      if (last?.to === from) last.to = to;
      else found.push({ from, to });
    }
  }
  return found;
}

/** The first row or column that a stretch starting here touches; the gap behind a tile does not count. */
function touching(from: number, pitch: number, tile: number): number {
  const slot = Math.floor(Math.max(0, from) / pitch);
  return from - slot * pitch > tile ? slot + 1 : slot;
}

export function isIn(ranges: readonly Range[], index: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined || index < range.from) high = middle - 1;
    else if (index >= range.to) low = middle + 1;
    else return true;
  }
  return false;
}

/** How fast to scroll while the pointer is near an edge or past it, in pixels per millisecond: the nearer, the faster. */
export function edgeSpeed(y: number, top: number, bottom: number): number {
  const zone = 64;
  const most = 2.4;
  const speed = (depth: number) => Math.min(most, (depth / zone) * 1.2);
  const above = top + zone - y;
  const below = y - (bottom - zone);
  if (above > 0) return -speed(above);
  return below > 0 ? speed(below) : 0;
}

function sorted(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}
