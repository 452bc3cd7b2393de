// Where the text of the web app is: a catalog for what every page needs, and one for each feature, in every complete language.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractFromFileWithBabel } from '@lingui/cli/api';
import { makeConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

export const src = resolve(dirname(fileURLToPath(import.meta.url)), '../src');
export const usesMacro = /from '@lingui\/(?:core|react)\/macro'/;
export const linguiConfig = makeConfig({
  locales: ['en'],
  sourceLocale: 'en',
  runtimeConfigModule: { Trans: ['@/lib/Trans', 'Trans'] },
});
const po = formatter({ lineNumbers: false });

/** The languages the app offers. Every one of them must be complete. */
export const languages = () => JSON.parse(readFileSync(join(src, 'lib/languages.json'), 'utf8'));

/** The catalog of a file, as a folder below src; empty for what every page needs. Refusals are many, and load after the page. */
export const catalogOf = (file) => /^(?:features\/[^/]+|core\/refusals)(?=\/)/.exec(file)?.[0] ?? '';

export const pathOf = (catalog, code) => join(src, catalog, `locales/${code}.po`);

export const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** The messages of a catalog by id, each with `message` and `translation`. */
export const parse = (text) => (text === '' ? {} : po.parse(text));

/** A catalog as text: sorted by the English, without anything that changes by itself. */
export function print(messages, code) {
  const sorted = Object.entries(messages).sort(([a, { message: one }], [b, { message: other }]) =>
    one === other ? (a < b ? -1 : 1) : one < other ? -1 : 1,
  );
  const text = po.serialize(Object.fromEntries(sorted), { locale: code, sourceLocale: 'en' });
  return `${text.replace(/^"(POT-Creation-Date|X-Generator).*\n/gm, '').trimEnd()}\n`;
}

/** All messages in the sources: for each catalog, by id. */
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

/** Pairs of path and text, sorted by path. */
export function sources() {
  return readdirSync(src, { recursive: true })
    .map((file) => String(file).split(sep).join('/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))
    .sort()
    .map((file) => [file, readFileSync(join(src, file), 'utf8')]);
}

/**
 * A build uses `a7` where the macros write `xVzJpV`: random letters do not compress, and the first page has some hundred of them twice, in
 * its code and in its catalog.
 */
export function shortIds() {
  const catalogs = new Set(
    sources().flatMap(([file, text]) => (usesMacro.test(text) ? [catalogOf(file)] : [])),
  );
  const ids = new Set([...catalogs].flatMap((catalog) => Object.keys(parse(textOf(pathOf(catalog, 'en'))))));
  return new Map([...ids].sort().map((id, index) => [id, index.toString(36)]));
}
