import { describe, expect, it } from 'vitest';
import { coloursOf, type Hsl, hueOf } from './colour';

/** WCAG 2.2 relative luminance. */
function luminance([hue, saturation, lightness]: Hsl): number {
  const [s, l] = [saturation / 100, lightness / 100];
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const value = l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(4);
}

function contrast(a: Hsl, b: Hsl): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe('label colours', () => {
  it('can be read in every hue, in light and in dark', () => {
    for (let hue = 0; hue < 360; hue++) {
      const { light, dark } = coloursOf(hue);
      expect(contrast(light.ground, light.ink)).toBeGreaterThan(7);
      expect(contrast(dark.ground, dark.ink)).toBeGreaterThan(7);
    }
  });

  it('stay the same for a name, however it is written', () => {
    expect(hueOf('Summer')).toBe(hueOf('summer'));
    expect(hueOf('Cafe\u0301')).toBe(hueOf('café'));
    expect(hueOf('ＡＢＣ')).toBe(hueOf('abc'));
    expect(hueOf('İZMİR')).toBe(hueOf('izmir'));
    expect(hueOf('summer')).toBeGreaterThanOrEqual(0);
    expect(hueOf('summer')).toBeLessThan(360);
  });

  it('tell names apart that differ in one letter', () => {
    const hues = Array.from({ length: 26 }, (_, index) => hueOf(`label ${String.fromCharCode(97 + index)}`));
    expect(new Set(hues).size).toBeGreaterThan(20);
  });
});
