import { catalogs } from 'virtual:words';
import { i18n } from '@lingui/core';
import { type Language, language, languageOf, locale, rememberLanguage, setLanguage } from './locale';

type Parts = Awaited<ReturnType<(typeof catalogs)[string]>>['parts'];

/** Loads the text of each part, in the current language. */
let parts: Parts = {};
/** The names of the parts whose text is loaded. */
const added = new Set<string>();
let turns = 0;

/** Switches the whole page to a language at once. False if another one was chosen while its text was loading. */
export async function speak(language: Language): Promise<boolean> {
  turns += 1;
  const turn = turns;
  const brought = await catalogs[language.code]?.();
  if (!brought) throw new Error(`There are no words for ${language.code}.`);
  const messages = { ...brought.messages };
  // Also visits parts that are added while this waits.
  for (const part of added) Object.assign(messages, (await brought.parts[part]?.())?.messages);
  if (turn !== turns) return false;
  parts = brought.parts;
  setLanguage(language);
  i18n.loadAndActivate({ locale: language.code, locales: locale(), messages });
  return true;
}

/** Switches to the member's choice and remembers it in this browser; null means what the browser prefers. */
export async function chooseLanguage(code: string | null): Promise<void> {
  if (await speak(languageOf(code))) rememberLanguage(code);
}

/** A page does not wait longer than this for the text of another language. */
const followMs = 3000;

/** Follows the account, whose language may have been changed on another device. Rejects if its text can't be loaded. */
export async function followLanguage(code: string | null): Promise<void> {
  if (languageOf(code).code === language().code) return;
  await Promise.race([chooseLanguage(code), new Promise((resolve) => setTimeout(resolve, followMs))]);
}

/** Loads a part of the page with its text. scripts/words.ts makes every `import()` of a part go through here. */
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
  // The language changed while this was loading.
  if (from !== parts) return addWords(part);
  // `i18n.load` would re-render the whole page, though nothing on it uses this text yet.
  Object.assign(i18n.messages, brought?.messages);
  added.add(part);
}
