// Thumbnail and preview of pictures of 12 megapixels: Magpie's workers beside sharp in this process,
// both making the same two files with the same settings.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { bySharp, prepareSharp } from './sharp.mjs';
import { compare, median } from './table.mjs';

async function allBySharp(photos, folder, atOnce) {
  const waiting = [...photos];
  const from = performance.now();
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let photo = waiting.pop(); photo; photo = waiting.pop()) await bySharp(photo, folder);
  }));
  return (performance.now() - from) / 1000;
}

export async function pictures(folder, files) {
  fs.mkdirSync(folder, { recursive: true });
  const photos = files.photos(8);
  const cores = os.availableParallelism();
  // Its own default is one thread a picture; what it is measured by is the best of these.
  const ways = [1, cores].flatMap((threads) => [cores, cores + 2].map((atOnce) => ({ threads, atOnce, took: [] })));

  const program = path.join(import.meta.dirname, 'Pictures/bin/Release/net10.0/Magpie.Bench.Pictures');
  const child = spawn(program, [path.join(folder, 'magpie'), ...photos], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const took = [];
  for (let round = 0; round <= 3; round++) {
    child.stdin.write('\n');
    const { value, done } = await answers.next();
    if (done) throw new Error('The picture bench ended early.');
    if (round > 0) took.push(Number(value));
    for (const way of ways) {
      prepareSharp(way.threads);
      const seconds = await allBySharp(photos, folder, way.atOnce);
      if (round > 0) way.took.push(seconds);
    }
  }
  child.stdin.end();
  await once(child, 'exit');

  const best = Math.min(...ways.map((way) => median(way.took)));
  compare('thumbnail and preview of 12-megapixel JPEGs', 'pictures/s', photos.length / median(took), photos.length / best, 1);
  fs.rmSync(folder, { recursive: true });
}
