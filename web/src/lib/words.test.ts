import { i18n } from '@lingui/core';
import { beforeEach, expect, test, vi } from 'vitest';

const de = vi.hoisted(() => {
  const held: (() => void)[] = [];
  return { held, come: () => held.splice(0).forEach((go) => void go()) };
});

vi.mock('./languages.json', () => ({
  default: [
    { code: 'en', name: 'English' },
    { code: 'de', name: 'Deutsch' },
  ],
}));
vi.mock('virtual:words', () => {
  const words = (code: string) => ({
    messages: { close: [`close-${code}`] },
    parts: {
      composer: async () => ({ messages: { caption: [`caption-${code}`] } }),
    },
  });
  return {
    catalogs: {
      en: async () => words('en'),
      de: () => new Promise((done) => de.held.push(() => done(words('de')))),
    },
  };
});
vi.stubGlobal('document', { documentElement: {} });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} });

beforeEach(() => vi.resetModules());

async function speaking() {
  const { chooseLanguage, withWords } = await import('./words');
  const start = async () => {
    await chooseLanguage('en');
    return { chooseLanguage, withWords };
  };
  return await start();
}

test('A part comes with its words, and nothing is drawn anew for them', async () => {
  const { withWords } = await speaking();
  const changed = vi.fn();
  i18n.on('change', changed);
  expect(await withWords(async () => 'Composer', ['composer'])).toBe('Composer');
  expect(i18n._('caption')).toBe('caption-en');
  expect(changed).not.toHaveBeenCalled();
});

test('Another language brings the words of every part that is there, also of one that has just come', async () => {
  const { chooseLanguage, withWords } = await speaking();
  const german = chooseLanguage('de');
  await withWords(async () => null, ['composer']);
  expect(i18n._('caption')).toBe('caption-en');
  de.come();
  await german;
  expect([i18n._('close'), i18n._('caption')]).toEqual(['close-de', 'caption-de']);
  expect(document.documentElement.lang).toBe('de');
});

test('Of two choices the last one counts, whichever comes first', async () => {
  const { chooseLanguage } = await speaking();
  const german = chooseLanguage('de');
  await chooseLanguage('en');
  de.come();
  await german;
  expect(i18n.locale).toBe('en');
});
