import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrowOf, fromStart, isolated, startOf, translated } from './direction';
import { joined } from './format';

const box = { left: 100, width: 400 };
const write = (dir: 'ltr' | 'rtl') => vi.stubGlobal('document', { documentElement: { dir } });
afterEach(() => vi.unstubAllGlobals());

describe('Where lines run from left to right', () => {
  beforeEach(() => write('ltr'));

  it('places are counted from the left', () => {
    expect([translated(20, 5), startOf(box), fromStart(box, 120)]).toEqual(['translate(20px, 5px)', 100, 20]);
  });

  it('the right arrow means on', () => {
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'x'].map(arrowOf)).toEqual([
      'ArrowLeft',
      'ArrowRight',
      'ArrowUp',
      'x',
    ]);
  });
});

describe('Where lines run from right to left', () => {
  beforeEach(() => write('rtl'));

  it('places are counted from the right', () => {
    expect([translated(20, 5), startOf(box), fromStart(box, 480)]).toEqual([
      'translate(-20px, 5px)',
      500,
      20,
    ]);
  });

  it('values keep their own order, each for itself', () => {
    expect(isolated('600 × 400')).toBe('\u2068600 × 400\u2069');
    expect(joined(['600 × 400', 'JPEG'])).toBe('\u2068600 × 400\u2069 · \u2068JPEG\u2069');
  });

  it('the left arrow means on, and no other key changes', () => {
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'x'].map(arrowOf)).toEqual([
      'ArrowRight',
      'ArrowLeft',
      'ArrowUp',
      'x',
    ]);
  });
});
