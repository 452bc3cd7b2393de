import { expect, test } from 'vitest';
import { pageOf, titleOf } from './pageTitle';

const library = {
  staticData: { name: () => 'Library', asked: ({ q }: Record<string, unknown>) => q as string | undefined },
  search: { q: 'beach' },
};
const frame = { staticData: {}, search: {} };

test('the innermost page names the window, after what it was asked for', () => {
  expect(titleOf(pageOf([frame, library]), undefined)).toBe('beach · Library · Magpie');
  expect(titleOf(pageOf([frame, { ...library, search: {} }]), undefined)).toBe('Library · Magpie');
});

test('what is open comes before what was asked for', () => {
  expect(titleOf(pageOf([frame, library]), 'coast.jpg')).toBe('coast.jpg · Library · Magpie');
});

test('a page without a name leaves Magpie, and says what is open', () => {
  expect(titleOf(pageOf([]), undefined)).toBe('Magpie');
  expect(titleOf(pageOf([frame]), 'Page not found')).toBe('Page not found · Magpie');
});

test('a caption is one line and not a whole tab bar', () => {
  const title = titleOf(pageOf([frame]), `First\nline ${'and more '.repeat(20)}`);
  expect(title).toMatch(/^First line and .*… · Magpie$/);
  expect(title.length).toBeLessThan(75);
});
