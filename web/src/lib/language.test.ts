import { afterEach, expect, test, vi } from 'vitest';

const known = [
  { code: 'en', name: 'English' },
  { code: 'pt-BR', name: 'Português (Brasil)' },
  { code: 'ar', name: 'العربية', rtl: true },
];

/** Loads the module afresh in a browser with these preferred languages and this remembered choice. */
async function inBrowser(preferred: string[], choice: string | null = null) {
  vi.resetModules();
  vi.doMock('./languages.json', () => ({ default: known }));
  vi.stubGlobal('navigator', { languages: preferred });
  vi.stubGlobal('localStorage', { getItem: () => choice });
  return await import('./locale');
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  [['pt-PT', 'en'], 'pt-BR'],
  [['da', 'ar-EG', 'en'], 'ar'],
  [['da'], 'en'],
  [[], 'en'],
  [['*'], 'en'],
  [['x-foo', 'en@posix', 'i-default', 'ar_SA'], 'ar'],
])('A browser that prefers %s reads %s', async (preferred, code) => {
  expect((await inBrowser(preferred)).language().code).toBe(code);
});

test('What the member chose comes before what the browser prefers, as long as it is offered', async () => {
  expect((await inBrowser(['en'], 'ar')).language().code).toBe('ar');
  expect((await inBrowser(['en'], 'tlh')).language().code).toBe('en');
});

test.each([
  [['en-GB'], 'en-GB'],
  [['da-DK'], 'en-DK'],
  [['fr', 'en-US'], 'en-US'],
  [['pt-PT'], 'pt-PT'],
  [['da_DK', '*'], 'en-DK'],
  [[], 'en'],
])('Dates of a browser that prefers %s are those of %s', async (preferred, tag) => {
  expect((await inBrowser(preferred)).locale()).toBe(tag);
});

test('A chosen language keeps the country of the browser, unless it has its own', async () => {
  expect((await inBrowser(['de-AT'], 'en')).locale()).toBe('en-AT');
  expect((await inBrowser(['de-AT'], 'pt-BR')).locale()).toBe('pt-BR');
});

test.each(['ar', 'ar-EG', 'ar-MA'])('%s has the digits that fields for times have too', async (preferred) => {
  const { locale } = await inBrowser([preferred]);
  expect(new Intl.NumberFormat(locale()).format(2026)).toContain('2');
});
