import type { Crop, Surface } from '@/api/types';
import { inLanguage } from '@/lib/locale';

/** The names of shapes that are not ratios; translated only where they are shown. */
export const original = 'original';
export const free = 'free';

export interface Ratio {
  name: string;
  /** Width divided by height; null is the shape of the original, which crops nothing by itself. */
  aspect: number | null;
}

const part = inLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));

/** The tallest and the widest free crop, as width divided by height. */
export const tallest = 1 / 3;
export const widest = 3;

/** The original's shape, and those of the surface. */
export function ratiosOf(surface: Surface | undefined): Ratio[] {
  const own = (surface?.ratios ?? []).map(({ name, width, height }) => ({ name, aspect: width / height }));
  return [{ name: original, aspect: null }, ...own];
}

export function isWhole({ x, y, width, height }: Crop): boolean {
  const slack = 0.002;
  return x < slack && y < slack && width > 1 - slack && height > 1 - slack;
}

/** Converts the cropper's percentages to fractions within the picture. */
export function cropOf(area: { x: number; y: number; width: number; height: number }): Crop {
  const x = clamp(area.x / 100, 0, 1);
  const y = clamp(area.y / 100, 0, 1);
  return {
    x: tidy(x),
    y: tidy(y),
    width: tidy(clamp(area.width / 100, 0.01, 1 - x)),
    height: tidy(clamp(area.height / 100, 0.01, 1 - y)),
  };
}

/** The ratio a crop has, as nearly as pixels allow; null if it is a free one. */
export function ratioOf(crop: Crop | null, ratios: readonly Ratio[], natural: number): Ratio | null {
  if (crop === null) return ratios[0] ?? null;
  const aspect = (crop.width / crop.height) * natural;
  return ratios.find((ratio) => Math.abs((ratio.aspect ?? natural) / aspect - 1) < 0.01) ?? null;
}

export function aspectWords(aspect: number): string {
  const [one, other] = [part().format(1), part().format(aspect >= 1 ? aspect : 1 / aspect)];
  return aspect >= 1 ? `${other} : ${one}` : `${one} : ${other}`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
