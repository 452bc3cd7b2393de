import { describe, expect, it } from 'vitest';
import { matching } from './matching';

const items = ['Café crème', 'İSTANBUL Boğaz', 'Đà Nẵng', 'ｶﾒﾗ', 'Ελλάδα', 'A cafe'].map((label) => ({
  label,
  group: 'Places',
}));

describe('What is offered while somebody types', () => {
  it.each([
    ['cafe', ['Café crème', 'A cafe']],
    ['CAFÉ', ['Café crème', 'A cafe']],
    ['istanbul', ['İSTANBUL Boğaz']],
    ['bogaz istan', ['İSTANBUL Boğaz']],
    ['da nang', ['Đà Nẵng']],
    ['カメラ', ['ｶﾒﾗ']],
    ['ελλαδα', ['Ελλάδα']],
    ['nowhere', []],
  ])('%s', (typed, found) => {
    expect(matching(items, typed).map((item) => item.label)).toEqual(found);
  });
});
