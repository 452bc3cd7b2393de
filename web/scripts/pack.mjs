// Compresses what the build has made, once and as small as possible: the server sends `index.js.br` or `index.js.gz` instead of `index.js`
// to browsers that accept it. Fonts and pictures are compressed already.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const dist = resolve(dirname(fileURLToPath(import.meta.url)), '../dist');
const packable = /\.(js|css|html|svg|json|txt)$/;
const codings = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_LGWIN]: 24,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

async function pack(file) {
  const bytes = readFileSync(file);
  for (const [ending, code] of Object.entries(codings)) {
    const packed = await code(bytes);
    if (packed.length < bytes.length) writeFileSync(`${file}.${ending}`, packed);
  }
}

const files = readdirSync(dist, { recursive: true }).map((file) => join(dist, String(file)));
await Promise.all(files.filter((file) => packable.test(file)).map(pack));
