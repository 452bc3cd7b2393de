import { transformAsync } from '@babel/core';
import type { Plugin } from 'vite';
import { linguiConfig, shortIds, usesMacro } from './catalogs.mjs';

/** How the macros write the id of a message: as a member and as a prop. */
const written = /\bid(: |=)"([A-Za-z0-9+/]{6})"/g;

/**
 * Turns the macros of `@lingui/…/macro` into calls by id. A production build drops the English, which is a catalog like the others. Only
 * files that use a macro go through Babel, which is far slower than what compiles the rest.
 */
export function macros(): Plugin {
  let short: ReadonlyMap<string, string> = new Map();
  return {
    name: 'words-macros',
    enforce: 'pre',
    configResolved({ isProduction }) {
      if (isProduction) short = shortIds();
    },
    transform: {
      filter: { id: /\/src\/[^?]*\.tsx?$/, code: usesMacro },
      handler: async (code, id) => {
        const made = await transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: id.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
          plugins: [['@lingui/babel-plugin-lingui-macro', { linguiConfig }]],
        });
        if (!made?.code) return null;
        const said = made.code.replace(written, (all, sign, id) =>
          short.has(id) ? `id${sign}"${short.get(id)}"` : all,
        );
        return { code: said, map: made.map };
      },
    },
  };
}
