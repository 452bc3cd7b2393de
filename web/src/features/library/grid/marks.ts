import type { GridLayout } from './rows';

/** A year beside the grid, where its newest month begins. */
export interface YearMark {
  year: string;
  /** From 0 at the top to 1 at the bottom. */
  at: number;
}

export interface MonthMark {
  month: string;
  at: number;
}

/** Where years and months begin along the scroll bar, as fractions of its height, and far enough apart to be read. */
export function marksOf(
  layout: GridLayout,
  extent: number,
  trackHeight: number,
  apart: { year: number; month: number } = { year: 22, month: 8 },
): { years: YearMark[]; months: MonthMark[] } {
  const years: YearMark[] = [];
  const months: MonthMark[] = [];
  let yearFree = Number.NEGATIVE_INFINITY;
  let monthFree = Number.NEGATIVE_INFINITY;
  let seen = '';
  for (const { month, top } of layout.sections) {
    const at = extent > 0 ? Math.min(1, top / extent) : 0;
    const year = month.slice(0, 4);
    const pixels = at * trackHeight;
    if (year !== seen && pixels >= yearFree && pixels <= trackHeight - apart.year / 2) {
      years.push({ year, at });
      yearFree = pixels + apart.year;
      monthFree = Math.max(monthFree, pixels + apart.year / 2 + apart.month / 2);
    }
    if (year === seen && pixels >= monthFree) {
      months.push({ month, at });
      monthFree = pixels + apart.month;
    }
    seen = year;
  }
  // A month's mark must not overlap the year below it.
  const clear = months.filter(
    (mark) => !years.some(({ at }) => at >= mark.at && (at - mark.at) * trackHeight < apart.year / 2 + 2),
  );
  return { years, months: clear };
}

/** The number of the first month in the year before or after that of month `number`. */
export function yearStep(layout: GridLayout, number: number, delta: 1 | -1): number {
  const yearAt = (at: number) => layout.sections[at]?.month.slice(0, 4);
  const last = layout.sections.length - 1;
  let next = number;
  while (next + delta >= 0 && next + delta <= last && yearAt(next) === yearAt(number)) next += delta;
  while (delta < 0 && next > 0 && yearAt(next - 1) === yearAt(next)) next--;
  return next;
}
