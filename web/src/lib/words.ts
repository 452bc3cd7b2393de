import { catalogs } from 'virtual:words';
import { i18n } from '@lingui/core';
import {
  type Language,
  languageOf,
  locale,
  rememberedLanguage,
  rememberLanguage,
  setLanguage,
} from './locale';

type Parts = Awaited<ReturnType<(typeof catalogs)[string]>>['parts'];

/** Where the words of parts come from, in the language that is spoken. */
let parts: Parts = {};
/** The names of those that have come. */
const added = new Set<string>();
let turns = 0;

/** Speaks a language from now on, on the whole page and at once. */
export async function speak(language: Language): Promise<void> {
  turns += 1;
  const turn = turns;
  const brought = await catalogs[language.code]?.();
  if (!brought) throw new Error(`There are no words for ${language.code}.`);
  const messages = { ...brought.messages };
  // Those that come while it waits are walked over as well.
  for (const part of added) Object.assign(messages, (await brought.parts[part]?.())?.messages);
  if (turn !== turns) return;
  parts = brought.parts;
  setLanguage(language);
  i18n.loadAndActivate({ locale: language.code, locales: locale(), messages });
}

/** Speaks what the member chose, in this browser from now on; null is what the browser prefers. */
export async function chooseLanguage(code: string | null): Promise<void> {
  rememberLanguage(code);
  await speak(languageOf(code));
}

/** As the account has it, which may have been changed on another device. Where its words can't be had, the page stays as it is. */
export async function followLanguage(code: string | null): Promise<void> {
  if (code !== rememberedLanguage()) await chooseLanguage(code).catch(() => undefined);
}

/** Loads a part of the page and its words. Every `import()` of one passes through here; scripts/words.ts sees to it. */
export async function withWords<Module>(
  load: () => Promise<Module>,
  wanted: readonly string[],
): Promise<Module> {
  const [module] = await Promise.all([load(), ...wanted.map(addWords)]);
  return module;
}

async function addWords(part: string): Promise<void> {
  if (added.has(part)) return;
  const from = parts;
  const brought = await from[part]?.();
  // Another language has been chosen meanwhile.
  if (from !== parts) return addWords(part);
  // `i18n.load` would have everything drawn anew that is on the page, and none of it says these.
  Object.assign(i18n.messages, brought?.messages);
  added.add(part);
}
