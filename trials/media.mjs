// What the clients of the trials send: the free media of the tests and drawn ones, each file different from all others.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { makeFiles, withComments, withFreeBox } from '../bench/files.mjs';
import { sha256Of } from './api.mjs';
import { between, oneOf } from './tools.mjs';

const free = path.join(import.meta.dirname, '../server/Magpie.Tests/Media');

/** @returns makers of files `{name, kind, bytes, pieces, sha256}` */
export function makeMedia(folder) {
  const drawn = makeFiles(folder);
  const sound = fs.readdirSync(free).filter((name) => !/^(refuse|odd)_|^cases$|\.tsv$/.test(name));
  const known = new Map(sound.map((name) => [name, fs.readFileSync(path.join(free, name))]));
  const videos = sound.filter((name) => kindOf(name) === 'video');
  const pictures = sound.filter((name) => kindOf(name) === 'image');
  for (const [name, args] of odd) known.set(name, draw(folder, name, args));

  const finish = (file) => ({ ...file, kind: kindOf(file.name), sha256: sha256Of(file.pieces) });
  const ofKnown = (name) => finish(unlikeOthers(name, known.get(name)));
  return {
    /** Some pictures of the tests, with more bytes in those formats that let more in. */
    picture: () => (Math.random() < 0.5 ? finish(drawn.picture(between(150_000, 600_000))) : ofKnown(oneOf(pictures))),
    /** A small one of an exact size, from 10 KB on. */
    small: (bytes = between(10_000, 20_000)) => finish(withBytes(known.get('Über den Wolken 🌤 (1).JPG'), bytes, 'small.jpg')),
    video: () => (Math.random() < 0.4 ? finish(drawn.video(between(700_000, 3_000_000))) : ofKnown(oneOf(videos))),
    /** Sound ones that are looked at more closely before they are acknowledged. */
    odd: () => ofKnown(oneOf(odd)[0]),
    /** One that has to be coded anew for browsers, which takes some seconds. */
    long: () => ofKnown('long.mp4'),
    ofBytes: (bytes) => finish(drawn.picture(bytes)),
  };
}

const withBytes = (content, bytes, name) => ({ ...withComments(content, bytes), name });

/** A coding that no list of known ones has; pictures that come long before their sound. */
const odd = [
  ['odd.mov', ['-f', 'lavfi', '-i', 'testsrc2=s=320x240:r=25:d=1', '-c:v', 'mpeg2video']],
  ['long.mp4', ['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25:d=4', '-c:v', 'mpeg4', '-q:v', '5']],
];

function draw(folder, name, args) {
  const file = path.join(folder, name);
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args, file]);
  return fs.readFileSync(file);
}

function kindOf(name) {
  return /\.(mp4|mov|webm)$/i.test(name) ? 'video' : 'image';
}

function unlikeOthers(name, content) {
  if (/\.(mp4|mov)$/i.test(name)) return { ...withFreeBox(content, content.length + between(40, 100_000)), name };
  if (/\.jpe?g$/i.test(name)) return withBytes(content, content.length + between(100, 50_000), name);
  return { name, bytes: content.length, pieces: [content] };
}
