import type { MonthCount } from '@/api/types';
import { tileSizes } from './tileSize';

/** In pixels: between tiles, and between a month's tiles and the next heading. */
export const gap = 4;
export const headingHeight = 48;
const sectionEnd = 20;

/** One month of the grid. Positions are pixels from the top of the scroller. */
export interface Section {
  month: string;
  /** Index of its first asset in the whole list. */
  first: number;
  count: number;
  /** Index of its heading among all rows; its tile rows follow. */
  firstRow: number;
  tileRows: number;
  top: number;
  height: number;
}

export interface GridLayout {
  sections: Section[];
  columns: number;
  /** The side of a tile, in pixels. */
  tile: number;
  rowCount: number;
  height: number;
  total: number;
}

/**
 * As many columns as fit at the wanted size; the tiles then share the remaining width. A size remembered by the browser may be nonsense.
 */
export function fitColumns(width: number, wanted: number): { columns: number; tile: number } {
  const size = Math.max(tileSizes.smallest, wanted);
  const columns = Math.max(2, Math.floor((width + gap) / (size + gap)));
  return { columns, tile: Math.max(1, (width - gap * (columns - 1)) / columns) };
}

/** Lays out the whole grid from the counts alone, before any asset has loaded. */
export function layOut(months: readonly MonthCount[], columns: number, tile: number): GridLayout {
  const sections: Section[] = [];
  let first = 0;
  let firstRow = 0;
  let top = 0;
  for (const { month, count } of months) {
    if (count <= 0) continue;
    const tileRows = Math.ceil(count / columns);
    const height = headingHeight + tileRows * (tile + gap) + sectionEnd;
    sections.push({ month, first, count, firstRow, tileRows, top, height });
    first += count;
    firstRow += tileRows + 1;
    top += height;
  }
  return { sections, columns, tile, rowCount: firstRow, height: top, total: first };
}

export function rowHeight(layout: GridLayout, row: number): number {
  const section = sectionOfRow(layout, row);
  if (section === undefined) return 0;
  const within = row - section.firstRow;
  if (within === 0) return headingHeight;
  return layout.tile + gap + (within === section.tileRows ? sectionEnd : 0);
}

export function sectionOfRow(layout: GridLayout, row: number): Section | undefined {
  return lastUpTo(layout.sections, row, (section) => section.firstRow);
}

export function sectionOfIndex(layout: GridLayout, index: number): Section | undefined {
  return lastUpTo(layout.sections, index, (section) => section.first);
}

export function rowOfIndex(layout: GridLayout, index: number): number {
  const section = sectionOfIndex(layout, index);
  return section === undefined
    ? 0
    : section.firstRow + 1 + Math.floor((index - section.first) / layout.columns);
}

/** The top of an asset's row, in pixels. */
export function topOfIndex(layout: GridLayout, index: number): number {
  const section = sectionOfIndex(layout, index);
  if (section === undefined) return 0;
  const row = Math.floor((index - section.first) / layout.columns);
  return section.top + headingHeight + row * (layout.tile + gap);
}

/** The top of a row, in pixels; rows of headings count too. */
export function topOfRow(layout: GridLayout, row: number): number {
  const section = sectionOfRow(layout, row);
  if (section === undefined) return 0;
  const within = row - section.firstRow;
  return section.top + (within === 0 ? 0 : headingHeight + (within - 1) * (layout.tile + gap));
}

/** The row at a height in pixels; the space between two months belongs to the row above it. */
export function rowAt(layout: GridLayout, y: number): number {
  const section = sectionAt(layout, y);
  if (section === undefined) return 0;
  const below = y - section.top - headingHeight;
  if (below < 0) return section.firstRow;
  return section.firstRow + 1 + Math.min(section.tileRows - 1, Math.floor(below / (layout.tile + gap)));
}

export function sectionAt(layout: GridLayout, y: number): Section | undefined {
  return lastUpTo(layout.sections, y, (section) => section.top);
}

/** The assets of some rows, from and up to but not including. */
export function indexesOfRows(
  layout: GridLayout,
  fromRow: number,
  toRow: number,
): [from: number, to: number] {
  const first = sectionOfRow(layout, fromRow);
  const last = sectionOfRow(layout, toRow);
  if (first === undefined || last === undefined) return [0, 0];
  const from = first.first + Math.max(0, fromRow - first.firstRow - 1) * layout.columns;
  const to = last.first + Math.min(last.count, (toRow - last.firstRow) * layout.columns);
  return [from, Math.max(from, to)];
}

/** The position of an asset's tile, in pixels from the start of the first line. */
export function placeOf(layout: GridLayout, index: number): { x: number; y: number } {
  const section = sectionOfIndex(layout, index);
  const column = section === undefined ? 0 : (index - section.first) % layout.columns;
  return { x: column * (layout.tile + gap), y: topOfIndex(layout, index) };
}

/** The assets of one row of tiles, from and up to but not including. */
export function indexesOfRow(layout: GridLayout, row: number): [from: number, to: number] {
  const section = sectionOfRow(layout, row);
  if (section === undefined || row === section.firstRow) return [0, 0];
  const from = section.first + (row - section.firstRow - 1) * layout.columns;
  return [from, Math.min(from + layout.columns, section.first + section.count)];
}

export type Direction = 'left' | 'right' | 'up' | 'down' | 'home' | 'end';

/** Where an arrow key leads; up and down keep the column, even across the short last row of a month. */
export function step(layout: GridLayout, index: number, direction: Direction): number {
  const last = layout.total - 1;
  if (direction === 'left') return Math.max(0, index - 1);
  if (direction === 'right') return Math.min(last, index + 1);
  if (direction === 'home') return 0;
  if (direction === 'end') return last;

  const section = sectionOfIndex(layout, index);
  if (section === undefined) return index;
  const column = (index - section.first) % layout.columns;
  const delta = direction === 'down' ? 1 : -1;
  let row = rowOfIndex(layout, index) + delta;
  if (sectionOfRow(layout, row)?.firstRow === row) row += delta;
  if (row < 1 || row >= layout.rowCount) return index;
  const [from, to] = indexesOfRow(layout, row);
  return Math.min(from + column, to - 1);
}

function lastUpTo(
  sections: Section[],
  value: number,
  key: (section: Section) => number,
): Section | undefined {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const section = sections[middle];
    if (section !== undefined && key(section) <= value) low = middle;
    else high = middle - 1;
  }
  return sections[low];
}
