import { expect, test } from 'vitest';
import { faultsIn } from './boundaries.mjs';

const from = (target) => `import { x } from '${target}';\n`;
/** What is wrong, the message of the checker, and files that do it. */
const cases = [
  [
    'a floor that imports a higher one',
    'core must not import features',
    { 'core/posts/queries.ts': from('@/features/calendar/dates') },
  ],
  [
    'a floor that imports one beside it',
    'ui must not import api',
    { 'ui/Toasts.tsx': from('@/api/problem') },
  ],
  [
    'a feature that imports another one',
    'must not import features/library',
    { 'features/calendar/Page.tsx': from('@/features/library/grid/rows') },
  ],
  [
    'a feature that loads another one later',
    'must not import features/composer',
    { 'features/calendar/Page.tsx': "import('../composer/Composer')" },
  ],
  [
    'folders of a feature that need each other',
    'features/library: grid and selection need each other',
    {
      'features/library/grid/Grid.tsx': from('../selection/store'),
      'features/library/selection/store.ts': from('../grid/rows'),
    },
  ],
  [
    'a circle of three folders of core',
    'core: assets and labels need each other',
    {
      'core/assets/a.ts': from('@/core/labels/b'),
      'core/labels/b.ts': from('@/core/posts/c'),
      'core/posts/c.ts': from('@/core/assets/a'),
    },
  ],
  [
    'a circle far down',
    'core/posts/a/b: one and two need each other',
    { 'core/posts/a/b/one/x.ts': from('../two/y'), 'core/posts/a/b/two/y.ts': from('../one/x') },
  ],
  [
    'a subfolder that needs the files above it, which need the subfolder',
    'features/composer: media and . need each other',
    {
      'features/composer/Form.tsx': from('./media/Strip'),
      'features/composer/media/Strip.tsx': from('../Form'),
    },
  ],
  [
    'a page that stands on what is there for tests',
    'only tests import testing/things',
    { 'features/calendar/Page.tsx': from('@/testing/things') },
  ],
  [
    'a feature that all tests would stand on',
    'testing must not import features/library',
    { 'testing/render.tsx': from('@/features/library/LibraryPage') },
  ],
  ['a line that is too long', '143 columns', { 'lib/text.ts': `// ${'x'.repeat(140)}` }],
  ['a long line of CSS', '146 columns', { 'app/base.css': `/* ${'x'.repeat(140)} */` }],
  [
    'a date that somebody else formats',
    'dates are formatted by lib/locale.ts alone',
    { 'ui/Day.tsx': 'new Date().toLocaleDateString()' },
  ],
];

test.each(cases)('The check refuses %s', (_, message, files) => {
  expect(faultsIn(Object.entries(files)).join('\n')).toContain(message);
});

test('What keeps the rules passes', () => {
  const files = {
    'app/Frame.tsx': from('@/features/library/LibraryPage'),
    'features/library/LibraryPage.tsx': from('./grid/Grid') + from('@/core/posts/openComposer'),
    'features/library/grid/Grid.tsx': from('../view/view') + from('@/ui/EmptyState'),
    'features/library/view/view.ts': from('@/core/assets/queries'),
    'core/assets/queries.ts': from('@/api/client') + from('@tanstack/react-query'),
    'lib/text.test.ts': from('../../../server/Magpie.Tests/Model/Texts/fold-cases.json'),
    'features/library/library.test.tsx': from('@/testing/render') + from('./LibraryPage'),
    'core/posts/posts.test.tsx': from('@/testing/things'),
    'testing/render.tsx': from('@/app/theme') + from('@/core/session/session') + from('./things'),
    'testing/contract.ts': from('../../../openapi.json'),
    'api/schema.d.ts': `// ${'x'.repeat(500)}`,
  };
  expect(faultsIn(Object.entries(files))).toEqual([]);
});
