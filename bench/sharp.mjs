// What Magpie's workers make of a picture, made by sharp: the same two files with the same settings.

import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

// As in server/Magpie.MediaWorker/Pictures: longest sides, and WebP's quality and effort.
const previewSide = 1600;
const thumbSide = 400;
const webp = { quality: 80, effort: 4 };

const inside = (side) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true });

/** The same file may come again in every round; nobody processes the same picture twice in real life. */
export function prepareSharp(threads = os.availableParallelism()) {
  sharp.cache(false);
  sharp.concurrency(threads);
}

/** One decoding for both files, as the workers do it; decoding twice was slower in every run. */
export async function bySharp(picture, folder) {
  const large = await sharp(picture).autoOrient().resize(inside(previewSide)).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = large.info;
  const still = () => sharp(large.data, { raw: { width, height, channels } });
  const name = path.join(folder, path.basename(picture, '.jpg'));
  await Promise.all([
    still().webp(webp).toFile(`${name}-preview.webp`),
    still().resize(inside(thumbSide)).webp(webp).toFile(`${name}-thumb.webp`),
  ]);
}
