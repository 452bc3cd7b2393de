import { describe, expect, it } from 'vitest';
import { parseAddress, writeAddress } from './address';

describe('addresses', () => {
  it('write a list as a key that repeats, and read it back', () => {
    const written = writeAddress({
      q: 'beach 2026',
      label: ['summer', 'Café'],
      starred: true,
      fits: undefined,
    });
    expect(written).toBe('?q=beach+2026&label=summer&label=Caf%C3%A9&starred=true');
    expect(parseAddress(written)).toEqual({ q: 'beach 2026', label: ['summer', 'Café'], starred: 'true' });
  });

  it('are empty when there is nothing to say', () => {
    expect(writeAddress({ q: undefined, label: [], starred: false })).toBe('');
    expect(parseAddress('')).toEqual({});
  });

  it('keep a number a text', () => {
    expect(parseAddress('?q=2026')).toEqual({ q: '2026' });
  });
});
