// The JavaScript that the first load of the library page sends: the entry and everything it imports
// statically, plus the lazy chunks that this page asks for at once. Compressed, against the budget.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const budget = 200_000;
const dist = resolve(dirname(fileURLToPath(import.meta.url)), '../dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const firstPage = Object.keys(manifest).filter(
  (key) => manifest[key].isEntry || key.endsWith('/LibraryRoute.tsx'),
);

const seen = new Set();
const visit = (key) => {
  if (seen.has(key)) return;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) visit(next);
};
for (const key of firstPage) visit(key);

const files = ['scheme.js', ...[...seen].map((key) => manifest[key].file)].filter((file) =>
  file.endsWith('.js'),
);
let gzip = 0;
let brotli = 0;
for (const file of files) {
  const bytes = readFileSync(join(dist, file));
  const packed = gzipSync(bytes, { level: 9 }).length;
  gzip += packed;
  brotli += brotliCompressSync(bytes).length;
  console.log(`${String(packed).padStart(8)}  ${file}`);
}
console.log(`First load of the library: ${gzip} bytes gzip, ${brotli} bytes brotli; budget ${budget}.`);
if (gzip > budget) {
  console.error('Above the budget. Load something later, or leave it out.');
  process.exit(1);
}
