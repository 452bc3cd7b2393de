import { identityOf } from '@/lib/text';

/** Hue in degrees, saturation and lightness in percent; a label has one for its ground and one for its text. */
export type Hsl = readonly [hue: number, saturation: number, lightness: number];

export interface LabelColours {
  light: { ground: Hsl; ink: Hsl };
  dark: { ground: Hsl; ink: Hsl };
}

/** Derived from the name, so that a label has the same colour for everybody, in upper and lower case. */
export function hueOf(name: string): number {
  let hash = 2166136261;
  for (const unit of new TextEncoder().encode(identityOf(name)))
    hash = Math.imul(hash ^ unit, 16777619) >>> 0;
  // Similar names have similar last bits in this hash; the golden ratio spreads them over the colour wheel.
  return Math.floor(((hash * 0.6180339887498949) % 1) * 360);
}

export function coloursOf(hue: number): LabelColours {
  return {
    light: { ground: [hue, 60, 94], ink: [hue, 60, 20] },
    dark: { ground: [hue, 32, 18], ink: [hue, 55, 86] },
  };
}

export function styleOf(name: string): { background: string; color: string } {
  const { light, dark } = coloursOf(hueOf(name));
  return { background: css(light.ground, dark.ground), color: css(light.ink, dark.ink) };
}

function css(light: Hsl, dark: Hsl): string {
  // allow colour: a label's colour is computed from its name
  return `light-dark(${hsl(light)}, ${hsl(dark)})`;
}

function hsl([hue, saturation, lightness]: Hsl): string {
  // allow colour: a label's colour is computed from its name
  return `hsl(${hue} ${saturation}% ${lightness}%)`;
}
