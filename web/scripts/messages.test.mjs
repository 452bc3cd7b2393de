import { expect, test } from 'vitest';
import { extract, print } from './catalogs.mjs';
import { faultsIn, merge } from './messages.mjs';
import { mistakeIn } from './translation.mjs';

const ask = `import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
const label = t\`Delete \${name}\`;
const Count = () => <Plural value={count} one="# file" other="# files" />;
const Rich = () => <Trans>See the <a href="/docs">documents</a></Trans>;`;
const said = async () => (await extract([['features/library/Ask.tsx', ask]]))['features/library'];

async function germanOf(translations) {
  const messages = merge(await said(), {}, 'de');
  for (const one of Object.values(messages)) one.translation = translations[one.message] ?? '';
  return print(messages, 'de');
}

const german = {
  'Delete {name}': '{name} löschen',
  '{count, plural, one {# file} other {# files}}': '{count, plural, one {# Datei} other {# Dateien}}',
  'See the <0>documents</0>': 'Siehe <0>Dokumente</0>',
};

test('A catalog that says everything is right', async () => {
  expect(faultsIn(await said(), await germanOf(german), 'de', 'features/library')).toEqual([]);
});

test('What is missing is counted and named', async () => {
  const text = await germanOf({ ...german, 'Delete {name}': '' });
  expect(faultsIn(await said(), text, 'de', 'features/library')).toEqual([
    'de: 1 missing in features/library: “Delete {name}”',
  ]);
});

test('A catalog that was not brought up to the sources is found, in English as well', async () => {
  const [stale] = faultsIn(await said(), print({}, 'en'), 'en', 'features/library');
  expect(stale).toBe('en: features/library is not what the sources say; run npm run messages');
});

test('What is said no longer goes, and what was translated stays', async () => {
  const { gone, ...rest } = { ...(await said()), gone: { message: 'Gone' } };
  expect(gone).toBeDefined();
  const [id] = Object.keys(rest);
  const merged = merge(rest, { [id]: { translation: 'da' }, gone: { translation: 'weg' } }, 'de');
  expect(merged[id].translation).toBe('da');
  expect(merged.gone).toBeUndefined();
});

test.each([
  ['Delete {name}', 'Löschen', 'de', '{name} is lost'],
  ['Delete {name}', '{nom} löschen', 'de', '{name} is lost'],
  ['See <0>it</0>', 'Siehe es', 'de', '<0> is lost'],
  ['Delete it', '{name} löschen', 'de', '{name} is not in the English'],
  ['Delete {name}', '{name löschen', 'de', /^this cannot be read/],
  ['{n, plural, one {# file} other {# files}}', '{n} Dateien', 'de', '{n, plural} is lost'],
  [
    '{n, plural, one {# file} other {# files}}',
    '{n, plural, one {#} other {#}}',
    'ar',
    'a plural lacks “zero”',
  ],
])('A mistake in a translation: %s → %s', (english, translation, code, mistake) => {
  expect(mistakeIn(english, translation, code)).toEqual(
    typeof mistake === 'string' ? mistake : expect.stringMatching(mistake),
  );
});

test.each([
  ['{n, plural, one {# file} other {# files}}', '{n, plural, other {# ファイル}}', 'ja'],
  ['{n, plural, one {# file} other {# files}}', '{n, plural, one {# archivo} other {# archivos}}', 'es'],
  ['Delete {name}', '{name} löschen', 'de'],
])('No mistake: %s → %s', (english, translation, code) => {
  expect(mistakeIn(english, translation, code)).toBeNull();
});
