import { describe, expect, it } from 'vitest';
import { withLabel, withoutLabel } from './labelNames';

describe('names of labels', () => {
  it('are one where they differ in case alone', () => {
    expect(withLabel(['Summer'], ' summer ')).toEqual(['Summer']);
    expect(withLabel(['Summer'], ' late   summer ')).toEqual(['Summer', 'late summer']);
    expect(withoutLabel(['Summer', 'berlin'], 'SUMMER')).toEqual(['berlin']);
  });

  it('are one where they differ in width, or in the dot of an i, alone', () => {
    expect(withLabel(['ＡＢＣ', 'İZMİR', 'ışık'], 'abc')).toEqual(['ＡＢＣ', 'İZMİR', 'ışık']);
    expect(withLabel(['İZMİR'], 'izmir')).toEqual(['İZMİR']);
    expect(withoutLabel(['ışık', 'cafe'], 'IŞIK')).toEqual(['cafe']);
    expect(withLabel(['cafe'], 'café')).toEqual(['cafe', 'café']);
  });

  it('hold nothing that nobody sees, but joiners and the tags of flags', () => {
    const [persian, wales] = ['می\u200cخواهم', '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'];
    expect(withLabel([], 'sum\u00admer\u200b\ufeff')).toEqual(['summer']);
    expect(withLabel([], 'one\u0085\u2028two\ufffe')).toEqual(['one two']);
    expect(withLabel([], persian)).toEqual([persian]);
    expect(withLabel([], wales)).toEqual([wales]);
  });
});
