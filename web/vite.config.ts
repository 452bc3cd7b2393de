import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { groupsOf } from './scripts/chunks.ts';
import { firstScript } from './scripts/firstScript.ts';
import { macros } from './scripts/macros.ts';
import { words } from './scripts/words.ts';

const server = process.env.MAGPIE_SERVER ?? 'http://127.0.0.1:5280';
const src = fileURLToPath(new URL('./src', import.meta.url));

export default defineConfig({
  plugins: [macros(), words(src), react(), firstScript(src)],
  resolve: { alias: { '@': src } },
  build: {
    target: 'es2023',
    // These know light-dark(). What stands in for it elsewhere sees one file at a time, and no colour is left.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // Inlined fonts and pictures would defeat the long cache of hashed files.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: groupsOf(src) } } },
  },
  server: {
    proxy: {
      '/api': server,
      '/health': server,
      '/openapi': server,
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.mjs'],
          setupFiles: ['scripts/testWords.ts'],
        },
      },
      {
        extends: true,
        // Outside a browser this package would bring the way in which Node sends files.
        resolve: { alias: { 'tus-js-client': 'tus-js-client/lib.esm/browser/index.js' } },
        test: {
          name: 'pages',
          environment: 'happy-dom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['scripts/testWords.ts', 'src/testing/dom.ts'],
          testTimeout: 30_000,
          server: { deps: { inline: ['tus-js-client'] } },
        },
      },
    ],
  },
});
