// Runs every comparison and prints the table. Called by ../bench.sh, which builds what this needs.

import fs from 'node:fs';
import path from 'node:path';
import { chosenParts } from '../scripts/parts.mjs';
import { makeFiles } from './files.mjs';
import { library } from './library.mjs';
import { pictures } from './pictures.mjs';
import { posts } from './posts.mjs';
import { start } from './start.mjs';
import { print } from './table.mjs';
import { memory, uploads } from './uploads.mjs';
import { webSize } from './web.mjs';

const work = path.join(import.meta.dirname, '../artifacts/bench');
fs.rmSync(work, { recursive: true, force: true });
const files = makeFiles(path.join(work, 'files'));

const parts = {
  start: () => start(path.join(work, 'start')),
  uploads: () => uploads(path.join(work, 'uploads'), files),
  pictures: () => pictures(path.join(work, 'pictures'), files),
  memory: () => memory(path.join(work, 'memory'), files),
  web: () => webSize(path.join(work, 'web')),
  posts: () => posts(path.join(work, 'posts')),
  library: () => library(work),
};
for (const [name, part] of chosenParts(parts, process.argv.slice(2))) {
  console.error(`${name} …`);
  await part();
}
fs.rmSync(work, { recursive: true });
process.exitCode = print() ? 0 : 1;
