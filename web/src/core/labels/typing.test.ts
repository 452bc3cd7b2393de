import { describe, expect, it } from 'vitest';
import { splitLabels } from './typing';

describe('typed labels', () => {
  it('are finished by a comma, in any script', () => {
    expect(splitLabels('summer, ber')).toEqual({ done: ['summer'], rest: 'ber' });
    expect(splitLabels('夏、海，')).toEqual({ done: ['夏', '海'], rest: '' });
  });

  it('come many at once when they are pasted', () => {
    expect(splitLabels('a, b ,, c\nd')).toEqual({ done: ['a', 'b', 'c'], rest: 'd' });
  });

  it('stay text without a comma', () => {
    expect(splitLabels('late summer ')).toEqual({ done: [], rest: 'late summer ' });
  });
});
