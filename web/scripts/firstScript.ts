import { build, type Plugin, type Rolldown } from 'vite';
import { languages } from './catalogs.mjs';
import { macros } from './macros.ts';

const source = 'src/first/main.ts';
const tag = '<script src="/first.js">';
/** Matches the script of the app, and the modules it preloads. */
const appTags =
  /<(?:script type="module" crossorigin src|link rel="modulepreload" crossorigin href)="([^"]+)">(?:<\/script>)?/g;

/**
 * Builds `first.js`, and tells it in the page which files are the app, which it starts; which more the library needs; and which hold the
 * text of each language, so that they load together. During development, the app starts by itself.
 */
export function firstScript(src: string): Plugin {
  let develops = false;
  return {
    name: 'first-script',
    configResolved: ({ command }) => {
      develops = command === 'serve';
    },
    async generateBundle() {
      const made = await build({
        configFile: false,
        logLevel: 'warn',
        plugins: [macros()],
        resolve: { alias: { '@': src } },
        build: {
          target: 'es2023',
          write: false,
          copyPublicDir: false,
          lib: { entry: source, formats: ['iife'], name: 'magpie' },
        },
      });
      const [first] = [made].flat() as Rolldown.RolldownOutput[];
      const code = first?.output[0].code;
      if (code === undefined) throw new Error(`${source} came to nothing.`);
      this.emitFile({ type: 'asset', fileName: 'first.js', source: code });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle, chunk: entry }) => {
        if (develops) return html.replace(tag, `<script type="module" src="/${source}">`);
        const chunks = Object.values(bundle ?? {}).filter((one) => one.type === 'chunk');
        const library = chunks.find((one) => one.facadeModuleId?.endsWith('/src/app/LibraryRoute.tsx'));
        if (!library || !entry) throw new Error('The app, or its library page, is not where it was.');
        const known = new Set([entry.fileName, ...entry.imports]);
        const scripts = [library.fileName, ...library.imports].filter((file) => !known.has(file));
        const styles = scripts.flatMap((file) => [
          ...(chunks.find((one) => one.fileName === file)?.viteMetadata?.importedCss ?? []),
        ]);
        const words = languages().map(({ code }) => {
          const file = chunks.find((one) => one.facadeModuleId === `\0virtual:words/${code}`)?.fileName;
          return `${code}:/${file}`;
        });
        const files = [...scripts, ...styles].map((file) => `/${file}`).join(' ');
        return html
          .replace(
            tag,
            `<script src="/first.js" data-app="/${entry.fileName}" data-library="${files}" data-words="${words.join(' ')}">`,
          )
          .replaceAll(appTags, '<link rel="preload" as="script" crossorigin href="$1">');
      },
    },
  };
}
