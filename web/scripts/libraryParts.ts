import type { Plugin } from 'vite';

/** Tells `public/first.js` which files the library needs beside the app's own, so that they come together. */
export function libraryParts(): Plugin {
  return {
    name: 'library-parts',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle, chunk: entry }) => {
        const chunks = Object.values(bundle ?? {}).filter((one) => one.type === 'chunk');
        const library = chunks.find((one) => one.facadeModuleId?.endsWith('/src/app/LibraryRoute.tsx'));
        if (!library || !entry) return html;
        const known = new Set([entry.fileName, ...entry.imports]);
        const scripts = [library.fileName, ...library.imports].filter((file) => !known.has(file));
        const styles = scripts.flatMap((file) => [
          ...(chunks.find((one) => one.fileName === file)?.viteMetadata?.importedCss ?? []),
        ]);
        const files = [...scripts, ...styles].map((file) => `/${file}`).join(' ');
        return html.replace('<script src="/first.js">', `<script src="/first.js" data-library="${files}">`);
      },
    },
  };
}
