import { transformAsync } from '@babel/core';
import type { Plugin } from 'vite';
import { linguiConfig, usesMacro } from './catalogs.mjs';

/**
 * Turns what `@lingui/…/macro` offers into calls by id. In a production build the English goes: it is a catalog like the others.
 * Only files that use a macro pass through Babel, which takes far longer than what compiles the rest.
 */
export function macros(): Plugin {
  return {
    name: 'words-macros',
    enforce: 'pre',
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
        return made?.code ? { code: made.code, map: made.map } : null;
      },
    },
  };
}
