import { expect, test } from 'vitest';
import { faultsIn } from './visibleText.mjs';

const seen = [
  ['<p>Hello</p>', 'Hello'],
  ['<p>{isLong ? "Long enough." : words}</p>', 'Long enough.'],
  ['<p>{count > 0 && `some files`}</p>', 'some files'],
  ['<a title="Close">{mark}</a>', 'Close'],
  ['<a aria-label={isOpen ? "Close" : label}>{mark}</a>', 'Close'],
  ['<Button loaderLabel="Loading">{label}</Button>', 'Loading'],
  ['<Page intro="Your photos, in one place." />', 'Your photos, in one place.'],
  ["const themes = [{ value: 'light', label: 'Light' }]", 'Light'],
  ["showToast('Moved to trash')", 'Moved to trash'],
  ["const words = () => 'Wrong email or password.'", 'Wrong email or password.'],
];

test.each(seen)('What everybody would see in English is found: %s', (code, words) => {
  expect(faultsIn('ui/Some.tsx', `${code};`)).toEqual([`ui/Some.tsx:1: “${words}” is not translated`]);
});

test.each([
  '<Trans>Hello <a href="/docs">world</a></Trans>',
  '<p>{t`Hello`} · {count}</p>',
  '<a title={t`Close`}>{mark}</a>',
  '<Plural value={count} one="# file" other="# files" />',
  "const label = plural(count, { one: '# file', other: '# files' })",
  "const themes = [{ value: 'light', label: msg`Light` }]",
  '<div className="two words" style={{ gridArea: "a b" }} role="alert" />',
  "throw new Error('There is no frame above this component.')",
  "import { Some } from './Some Thing'",
  "type Word = 'Such A Type'",
  '// untranslated: it is a name\n<p>Magpie</p>',
])('What is translated, or never seen, is let be: %s', (code) => {
  expect(faultsIn('ui/Some.tsx', `${code};`)).toEqual([]);
});
