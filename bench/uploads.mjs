// Upload throughput beside @tus/server, and memory under many large uploads.

import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { residentBytes, startMagpie, startTusServer } from './servers.mjs';
import { compare, limit, median } from './table.mjs';
import { Uploader } from './tus.mjs';

const seconds = async (work) => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
};

/** Runs `measure` on both servers in turns and returns the median of each, so that a slow minute of the machine hits both. */
async function inTurns(servers, rounds, measure) {
  const figures = servers.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, server] of servers.entries()) {
      const figure = await measure(server);
      await server.settled();
      // The first round is a warm-up of both.
      if (round > 0) figures[index].push(figure);
    }
  }
  return figures.map(median);
}

export async function uploads(folder, files) {
  const magpie = await (await startMagpie(path.join(folder, 'magpie'))).signIn();
  const tus = await startTusServer(path.join(folder, 'tus'));
  try {
    const megabytes = 50;
    for (const [what, chunk] of [['one request', undefined], ['8 MiB chunks', 8 << 20]]) {
      const [ours, theirs] = await inTurns([magpie, tus], 9, async (server) => {
        const uploader = new Uploader(server);
        const file = files.video(megabytes * 1_000_000);
        const took = await seconds(() => uploader.upload(file, chunk));
        uploader.close();
        return megabytes / took;
      });
      compare(`upload of a 50 MB file, ${what}`, 'MB/s', ours, theirs, 1.5);
    }

    const [ours, theirs] = await inTurns([magpie, tus], 3, async (server) => {
      const waiting = Array.from({ length: 500 }, () => files.picture(200_000));
      const client = async () => {
        const uploader = new Uploader(server);
        for (let file = waiting.pop(); file; file = waiting.pop()) await uploader.upload(file);
        uploader.close();
      };
      return 500 / (await seconds(() => Promise.all(Array.from({ length: 8 }, client))));
    });
    compare('500 uploads of 200 KB, 8 clients', 'files/s', ours, theirs, 2);

    // A throughput of files that then turn out to be unusable would be worth nothing.
    const failed = await magpie.failed();
    if (failed > 0) throw new Error(`${failed} of the uploaded files could not be processed.`);
  } finally {
    await magpie.stop();
    await tus.stop();
    fs.rmSync(folder, { recursive: true });
  }
}

/** 20 uploads of 1 GB at once, each in 64 MB requests, for as long as they take or a minute. */
export async function memory(folder, files) {
  const server = await (await startMagpie(folder, {
    Magpie__Limits__VideoBytes: '2000000000', Magpie__Limits__ImageBytes: '2000000000',
  })).signIn();
  let uploading = true;
  try {
    await new Uploader(server).upload(files.video(50_000_000));
    await server.settled();
    await pause(3000);
    const idle = residentBytes(server.child.pid);
    let peak = idle;
    const watch = (async () => {
      for (; uploading; await pause(100)) peak = Math.max(peak, residentBytes(server.child.pid));
    })();
    const end = performance.now() + 60_000;
    const sent = await Promise.all(Array.from({ length: 20 }, async () => {
      const uploader = new Uploader(server);
      const file = files.video(1_000_000_000);
      const location = await uploader.create(file);
      let offset = 0;
      while (offset < file.bytes && performance.now() < end) {
        const count = Math.min(64_000_000, file.bytes - offset);
        await uploader.append(location, file, offset, count);
        offset += count;
      }
      uploader.close();
      return offset;
    }));
    uploading = false;
    await watch;
    const gigabytes = sent.reduce((sum, one) => sum + one, 0) / 1e9;
    limit(`memory above idle, 20 uploads of 1 GB at once (${gigabytes.toFixed(1)} of 20 GB sent)`, 'MB', (peak - idle) / 1e6, 150);
  } finally {
    uploading = false;
    await server.stop();
    fs.rmSync(folder, { recursive: true });
  }
}
