// Where the words of the web lie: a catalog for what every page has, and one for each feature, in every language that is complete.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractFromFileWithBabel } from '@lingui/cli/api';
import { makeConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

export const src = resolve(dirname(fileURLToPath(import.meta.url)), '../src');
export const usesMacro = /from '@lingui\/(?:core|react)\/macro'/;
export const linguiConfig = makeConfig({ locales: ['en'], sourceLocale: 'en' });
const po = formatter({ lineNumbers: false });

/** Those that the app offers. Every one of them must be complete. */
export const languages = () => JSON.parse(readFileSync(join(src, 'lib/languages.json'), 'utf8'));

/** The catalog of a file, as a folder below src; empty for what every page has. Refusals are many, and come behind the page. */
export const catalogOf = (file) => /^(?:features\/[^/]+|core\/refusals)(?=\/)/.exec(file)?.[0] ?? '';

export const pathOf = (catalog, code) => join(src, catalog, `locales/${code}.po`);

export const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** What a catalog says, by id; each entry with `message` and `translation`. */
export const parse = (text) => (text === '' ? {} : po.parse(text));

/** The text of a catalog: sorted by what is said in English, without anything that changes by itself. */
export function print(messages, code) {
  const sorted = Object.entries(messages).sort(([a, { message: one }], [b, { message: other }]) =>
    one === other ? (a < b ? -1 : 1) : one < other ? -1 : 1,
  );
  const text = po.serialize(Object.fromEntries(sorted), { locale: code, sourceLocale: 'en' });
  return `${text.replace(/^"(POT-Creation-Date|X-Generator).*\n/gm, '').trimEnd()}\n`;
}

/** Everything that the sources say: for each catalog the messages by id. */
export async function extract(files = sources()) {
  const catalogs = {};
  for (const [file, text] of files) {
    if (!usesMacro.test(text)) continue;
    catalogs[catalogOf(file)] ??= {};
    const found = catalogs[catalogOf(file)];
    const plugins = file.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'];
    await extractFromFileWithBabel(file, text, (one) => add(found, one, file), { linguiConfig }, { plugins });
  }
  return catalogs;
}

function add(found, { id, message, context, comment, placeholders = {} }, file) {
  found[id] ??= { message, context, comments: [], origin: [], placeholders: {} };
  const { comments, origin, placeholders: all } = found[id];
  if (comment && !comments.includes(comment)) comments.push(comment);
  if (!origin.some(([known]) => known === file)) origin.push([file]);
  for (const [name, value] of Object.entries(placeholders)) {
    all[name] = [...new Set([...(all[name] ?? []), value])].sort();
  }
}

/** Pairs of path and text, in the order of their paths. */
export function sources() {
  return readdirSync(src, { recursive: true })
    .map((file) => String(file).split(sep).join('/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))
    .sort()
    .map((file) => [file, readFileSync(join(src, file), 'utf8')]);
}

/**
 * A build says `a7` where the macros say `xVzJpV`: letters of chance do not compress, and the first page has some hundred of them twice,
 * in its code and in its words.
 */
export function shortIds() {
  const catalogs = new Set(
    sources().flatMap(([file, text]) => (usesMacro.test(text) ? [catalogOf(file)] : [])),
  );
  const ids = new Set([...catalogs].flatMap((catalog) => Object.keys(parse(textOf(pathOf(catalog, 'en'))))));
  return new Map([...ids].sort().map((id, index) => [id, index.toString(36)]));
}
