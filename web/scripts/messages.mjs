// `npm run messages` updates the catalogs from the sources; with --check it reports what is wrong with them instead.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract, languages, parse, pathOf, print, src, textOf } from './catalogs.mjs';
import { mistakeIn } from './translation.mjs';

/** Keeps translations, adds new messages, drops those that are no longer used. */
export function merge(said, before, code) {
  return Object.fromEntries(
    Object.entries(said).map(([id, one]) => {
      const translation = code === 'en' ? one.message : (before[id]?.translation ?? '');
      return [id, { ...one, translation, extra: before[id]?.extra }];
    }),
  );
}

/** What is wrong with a catalog in one language, given as text. */
export function faultsIn(said, text, code, name) {
  const now = merge(said, parse(text), code);
  const missing = Object.values(now).filter(({ translation }) => translation === '');
  const mistakes = Object.values(now).flatMap(({ message, translation }) => {
    const mistake = translation === '' ? null : mistakeIn(message, translation, code);
    return mistake === null ? [] : [`${code}: in ${name}, ${mistake}: “${message}” → “${translation}”`];
  });
  if (missing.length > 0) {
    const examples = missing.slice(0, 3).map(({ message }) => `“${message}”`);
    mistakes.unshift(
      `${code}: ${missing.length} missing in ${name}: ${examples.join(', ')}${missing.length > 3 ? ', …' : ''}`,
    );
  }
  if (print(now, code) !== text)
    mistakes.unshift(`${code}: ${name} is not what the sources say; run npm run messages`);
  return mistakes;
}

/** Catalogs that belong to nothing: of removed features, or of languages that are not offered. */
function strays(wanted) {
  return readdirSync(src, { recursive: true })
    .map((file) => join(src, String(file)))
    .filter((file) => file.endsWith('.po') && !wanted.has(file));
}

async function run(checks) {
  const catalogs = Object.entries(await extract());
  const faults = [];
  const wanted = new Set();
  for (const { code } of languages())
    for (const [catalog, said] of catalogs) {
      const path = pathOf(catalog, code);
      wanted.add(path);
      if (checks) {
        faults.push(...faultsIn(said, textOf(path), code, catalog || 'src'));
      } else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, print(merge(said, parse(textOf(path)), code), code));
      }
    }
  for (const stray of strays(wanted)) {
    if (checks) faults.push(`${relative(src, stray)} belongs to nothing; run npm run messages`);
    else rmSync(stray);
  }
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  const count = catalogs.reduce((sum, [, said]) => sum + Object.keys(said).length, 0);
  console.log(`${count} messages in ${catalogs.length} catalogs, in ${languages().length} languages.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv.includes('--check'));
