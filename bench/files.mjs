// Valid files of an exact size, each different from all others, without drawing each anew.

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const ffmpeg = (...args) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args]);

/** Draws what is needed once into `folder` and returns the makers. */
export function makeFiles(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const clip = path.join(folder, 'clip.mp4');
  const photo = path.join(folder, 'photo.jpg');
  ffmpeg('-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25:d=2', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-movflags', '+faststart', clip);
  ffmpeg('-f', 'lavfi', '-i', 'mandelbrot=s=640x480:start_scale=0.02:start_x=-0.7436:start_y=0.1318', '-frames:v', '1', photo);
  const clipBytes = fs.readFileSync(clip);
  const photoBytes = fs.readFileSync(photo);

  return {
    /** An MP4 that a `free` box, which every reader skips, fills up to `bytes`. In pieces, so that 1 GB needs no memory. */
    video: (bytes) => withFreeBox(clipBytes, bytes),
    /** A JPEG that comments, which every decoder skips, fill up to `bytes`. */
    picture: (bytes) => withComments(photoBytes, bytes),
    photos: (count) => photos(folder, count),
  };
}

const zeros = Buffer.alloc(1 << 20);

export function withFreeBox(clip, bytes) {
  const box = Buffer.alloc(8);
  box.writeUInt32BE(bytes - clip.length, 0);
  box.write('free', 4, 'latin1');
  const pieces = [clip, box, randomBytes(32)];
  let left = bytes - clip.length - box.length - 32;
  for (; left > 0; left -= zeros.length) pieces.push(left >= zeros.length ? zeros : zeros.subarray(0, left));
  return { name: 'clip.mp4', bytes, pieces };
}

export function withComments(photo, bytes) {
  const start = photo.subarray(0, 2);
  const rest = photo.subarray(2);
  const pieces = [start];
  let left = bytes - photo.length;
  while (left > 0) {
    // The last two comments share what is left, as a comment has at least four bytes.
    const size = left > 65_537 + 36 ? 65_537 : left > 65_537 ? left - 36 : left;
    const comment = Buffer.alloc(size);
    comment.writeUInt16BE(0xfffe, 0);
    comment.writeUInt16BE(size - 2, 2);
    randomBytes(Math.min(32, size - 4)).copy(comment, 4);
    pieces.push(comment);
    left -= size;
  }
  pieces.push(rest);
  return { name: 'photo.jpg', bytes, pieces };
}

/** Pictures of 12 megapixels with the grain and the size in bytes of a phone's. */
function photos(folder, count) {
  const pattern = path.join(folder, 'twelve-%d.jpg');
  ffmpeg('-f', 'lavfi', '-i', `mandelbrot=s=1008x756:r=1:start_scale=0.6:end_scale=0.01:end_pts=${count}`, '-frames:v', `${count}`,
    '-vf', 'scale=4032:3024:flags=bicubic,noise=alls=14:allf=t,format=yuvj420p', '-q:v', '3', pattern);
  return Array.from({ length: count }, (_, index) => pattern.replace('%d', `${index + 1}`));
}

/** `count` bytes of a file from `offset` on, as the pieces they lie in: nothing is copied. */
export function* slice(file, offset, count) {
  let at = 0;
  for (const piece of file.pieces) {
    const from = Math.max(offset - at, 0);
    const to = Math.min(offset + count - at, piece.length);
    if (from < to) yield piece.subarray(from, to);
    at += piece.length;
    if (at >= offset + count) return;
  }
}
