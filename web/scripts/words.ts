import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { createCompiledCatalog } from '@lingui/cli/api';
import type { Plugin } from 'vite';
import { catalogOf, languages, parse, pathOf, shortIds, sources, textOf, usesMacro } from './catalogs.mjs';
import { loadedWith, moduleAt } from './chunks.ts';

const table = 'virtual:words';
const dynamic = /\bimport\(\s*'((?:@\/|\.)[^']+)'\s*\)/g;

/**
 * Loads the text of a page together with its code, in one language only:
 * - `virtual:words/de` has the text of the frame and the library in one file, and knows where the rest is;
 * - `virtual:words/de/features/composer` has the remaining text of one catalog;
 * - `import('./Composer')` waits for the catalogs of everything that loads with it.
 */
export function words(src: string): Plugin {
  /** The files with text that load with a module. */
  const speakersOf = (module: string) =>
    [...loadedWith(src, module)]
      .filter((file) => /\.tsx?$/.test(file) && usesMacro.test(readFileSync(file, 'utf8')))
      .map((file) => relative(src, file).split(sep).join('/'));
  const first = () => new Set(['main.tsx', 'app/LibraryRoute.tsx'].flatMap(speakersOf));
  const catalogsOf = (files: readonly string[]) => {
    const early = first();
    return [...new Set(files.filter((file) => !early.has(file)).map(catalogOf))];
  };
  let short: ReadonlyMap<string, string> = new Map();
  return {
    name: 'words',
    enforce: 'pre',
    configResolved({ isProduction }) {
      if (isProduction) short = shortIds();
    },
    resolveId: (id) => (id.startsWith(table) ? `\0${id}` : null),
    load(id) {
      const [, code, ...path] = id.startsWith(`\0${table}`) ? id.split('/') : [];
      if (id === `\0${table}`) return tableOf(languages().map((one) => one.code));
      if (code === undefined) return null;
      const early = first();
      const speakers = sources().flatMap(([file, text]) => (usesMacro.test(text) ? [file] : []));
      const part = path.length > 0 ? path.join('/') : null;
      const catalogs =
        part === null ? [...new Set([...early].map(catalogOf))] : [part === 'shell' ? '' : part];
      for (const catalog of catalogs) this.addWatchFile(pathOf(catalog, code));
      const said = catalogs.map((catalog) =>
        compile(catalog, code, short, (files) => files.some((file) => early.has(file)) === (part === null)),
      );
      const messages = `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(Object.assign({}, ...said)))});`;
      return part === null ? `${messages}${partsOf(code, catalogsOf(speakers))}` : messages;
    },
    transform: {
      filter: { id: /\/src\/[^?]*\.tsx?$/, code: dynamic },
      handler(code, id) {
        const changed = code.replaceAll(dynamic, (call, named) => {
          const target = moduleAt(src, id, named);
          const wanted = target ? catalogsOf(speakersOf(target)) : [];
          return wanted.length === 0
            ? call
            : `withWords(() => ${call}, ${JSON.stringify(wanted.map(nameOf))})`;
        });
        return changed === code
          ? null
          : { code: `import { withWords } from '@/lib/words'; ${changed}`, map: null };
      },
    },
  };
}

const nameOf = (catalog: string) => catalog || 'shell';

function tableOf(codes: readonly string[]): string {
  const entries = codes.map((code) => `${JSON.stringify(code)}: () => import('${table}/${code}')`);
  return `export const catalogs = { ${entries.join(', ')} };`;
}

function partsOf(code: string, catalogs: readonly string[]): string {
  const entries = catalogs.map(nameOf).map((name) => `'${name}': () => import('${table}/${code}/${name}')`);
  return `export const parts = { ${entries.join(', ')} };`;
}

/** The messages of a catalog that the wanted files use, compiled; English where a translation is missing. */
function compile(
  catalog: string,
  code: string,
  short: ReadonlyMap<string, string>,
  wants: (files: readonly string[]) => boolean,
) {
  const said = Object.entries(parse(textOf(pathOf(catalog, code)))).flatMap(([id, one]) =>
    wants(one.origin.map(([file]) => file)) ? [[short.get(id) ?? id, one.translation || one.message]] : [],
  );
  const { source, errors } = createCompiledCatalog(code, Object.fromEntries(said), { namespace: 'json' });
  if (errors[0])
    throw new Error(`${pathOf(catalog, code)}: “${errors[0].source}”: ${errors[0].error.message}`);
  return JSON.parse(source).messages;
}
