import { describe, expect, it } from 'vitest';
import { aspectWords, cropOf, isWhole, ratioOf } from './ratios';

describe('A crop', () => {
  it('lies within the picture, whatever the cropper rounds', () => {
    expect(cropOf({ x: -0.01, y: 25, width: 100.02, height: 75.01 })).toEqual({
      x: 0,
      y: 0.25,
      width: 1,
      height: 0.75,
    });
  });

  it('of everything is none', () => {
    expect(isWhole({ x: 0, y: 0, width: 1, height: 1 })).toBe(true);
    expect(isWhole({ x: 0, y: 0.1, width: 1, height: 0.9 })).toBe(false);
  });

  it('is known by the shape that it has in pixels', () => {
    const ratios = [
      { name: 'Original', aspect: null },
      { name: 'Square', aspect: 1 },
    ];
    expect(ratioOf({ x: 0, y: 0, width: 0.5, height: 1 }, ratios, 2)?.name).toBe('Square');
    expect(ratioOf({ x: 0, y: 0, width: 0.5, height: 0.5 }, ratios, 2)?.name).toBe('Original');
    expect(ratioOf({ x: 0, y: 0, width: 0.9, height: 0.5 }, ratios, 2)).toBeNull();
  });

  it('is said as people say it', () => {
    expect(aspectWords(16 / 9)).toBe('1.78 : 1');
    expect(aspectWords(0.8)).toBe('1 : 1.25');
  });
});
