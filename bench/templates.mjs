// Small real files, each different, whose renditions the made-up assets of the library bench share.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Uploader } from './tus.mjs';

const sizes = ['640x800', '640x640', '800x420', '450x800'];
const picturesPerSize = 500;
const clipsPerSize = 6;

const ffmpeg = (...args) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args]);

/** Draws the files into `folder`; answers their addresses. */
export function makeTemplates(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const [number, size] of sizes.entries()) {
    ffmpeg('-f', 'lavfi', '-i', `gradients=s=${size}:n=6:speed=0.15:seed=${number + 1}`, '-frames:v', `${picturesPerSize}`, '-q:v', '4', path.join(folder, `${size}-%d.jpg`));
    for (let clip = 0; clip < clipsPerSize; clip++) {
      ffmpeg('-f', 'lavfi', '-i', `gradients=s=${size}:r=25:n=5:d=2:seed=${100 + number * clipsPerSize + clip}`, '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-movflags', '+faststart', path.join(folder, `${size}-${clip}.mp4`));
    }
  }
  return fs.readdirSync(folder).map((name) => path.join(folder, name));
}

/** Has a server take and understand all of them. */
export async function uploadTemplates(server, addresses) {
  const waiting = [...addresses];
  await Promise.all(Array.from({ length: 4 }, async () => {
    const uploader = new Uploader(server);
    for (let address = waiting.pop(); address; address = waiting.pop()) {
      const content = fs.readFileSync(address);
      await uploader.upload({ name: path.basename(address), bytes: content.length, pieces: [content] });
    }
    uploader.close();
  }));
  await server.settled();
  const failed = await server.failed();
  if (failed > 0) throw new Error(`${failed} of the files that are to be shared could not be processed.`);
}
