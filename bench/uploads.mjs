// Uploads beside @tus/server that keeps the same promise, and memory under many large uploads.

import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuMilliseconds, flushes, residentBytes, startMagpie, startTusServer } from './servers.mjs';
import { compare, limit, median } from './table.mjs';
import { Uploader } from './tus.mjs';

/** Milliseconds between two measurements, so that none runs into what the one before has left to the disk. */
const pauseBetween = 1000;

const seconds = async (work) => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
};

/** Runs `measure` on the servers in turns and returns the median of each, so that a slow minute of the machine hits all. */
async function inTurns(servers, rounds, measure) {
  const figures = servers.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, server] of servers.entries()) {
      const figure = await measure(server);
      await server.settled();
      await pause(pauseBetween);
      // The first round is a warm-up of all.
      if (round > 0) figures[index].push(figure);
    }
  }
  return figures.map(median);
}

async function uploadSmall(server, files, count) {
  const waiting = Array.from({ length: count }, () => files.picture(200_000));
  await Promise.all(Array.from({ length: 8 }, async () => {
    const uploader = new Uploader(server);
    for (let file = waiting.pop(); file; file = waiting.pop()) await uploader.upload(file);
    uploader.close();
  }));
}

async function uploadLarge(server, files, megabytes, chunk) {
  const uploader = new Uploader(server);
  await uploader.upload(files.video(megabytes * 1_000_000), chunk);
  uploader.close();
}

export async function uploads(folder, files) {
  await acknowledged(path.join(folder, 'acknowledged'), files);
  await usable(path.join(folder, 'usable'), files);
  fs.rmSync(folder, { recursive: true });
}

/** Until the last byte is promised. Nothing is made of the files meanwhile, on any side. */
async function acknowledged(folder, files) {
  const magpie = await (await startMagpie(path.join(folder, 'magpie'), { Magpie__Media__Paused: 'true' })).signIn();
  const servers = [{ ...magpie, settled: async () => {} }];
  for (const mode of ['durable', 'plain']) servers.push(await startTusServer(path.join(folder, mode), mode));
  try {
    const megabytes = 50;
    for (const [what, chunk] of [['one request', undefined], ['8 MiB chunks', 8 << 20]]) {
      const [ours, durable, plain] = await inTurns(servers, 9, async (server) => megabytes / (await seconds(() => uploadLarge(server, files, megabytes, chunk))));
      compare(`upload of a 50 MB file, ${what}, acknowledged`, 'MB/s', ours, durable, 1.5);
      compare('  the same beside @tus/server that promises nothing', 'MB/s', ours, plain);
    }

    const [ours, durable, plain] = await inTurns(servers, 5, async (server) => 500 / (await seconds(() => uploadSmall(server, files, 500))));
    compare('500 uploads of 200 KB, 8 clients, acknowledged', 'files/s', ours, durable, 1);
    compare('  the same beside @tus/server that promises nothing', 'files/s', ours, plain);

    const cpu = [];
    const asked = [];
    for (const server of servers.slice(0, 2)) {
      const before = cpuMilliseconds(server.child.pid);
      await uploadSmall(server, files, 500);
      cpu.push((cpuMilliseconds(server.child.pid) - before) / 500);
      asked.push((await flushes(server.child.pid, () => uploadSmall(server, files, 200))) / 200);
    }
    limit('  CPU of the server for each', 'ms', cpu[0], 8, cpu[1]);
    limit('  times that each is flushed', 'fsyncs', asked[0], 3.05, asked[1]);
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** Until thumbnail, preview and row are there of all. */
async function usable(folder, files) {
  const magpie = await (await startMagpie(path.join(folder, 'magpie'))).signIn();
  const tus = await startTusServer(path.join(folder, 'tus'), 'usable');
  try {
    const [ours, theirs] = await inTurns([magpie, tus], 3, async (server) => 500 / (await seconds(async () => {
      await uploadSmall(server, files, 500);
      await server.settled();
    })));
    compare('500 uploads of 200 KB, 8 clients, usable', 'files/s', ours, theirs, 1);
    // A throughput of files that then turn out to be unusable would be worth nothing.
    const failed = await magpie.failed();
    if (failed > 0) throw new Error(`${failed} of the uploaded files could not be processed.`);
  } finally {
    await magpie.stop();
    await tus.stop();
  }
}

/**
 * 20 uploads of 1 GB at once, each in 64 MB requests, for as long as they take or a minute. Smaller ones where a quarter of the free
 * disk, which is what a member's uploads may hold, has no room for them.
 */
export async function memory(folder, files) {
  const disk = fs.statfsSync(path.dirname(folder));
  const bytes = Math.min(1_000_000_000, Math.floor((disk.bavail * disk.bsize * 0.95) / 4 / 20));
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
      const file = files.video(bytes);
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
    limit(`memory above idle, 20 uploads of ${(bytes / 1e9).toFixed(2)} GB at once (${gigabytes.toFixed(1)} GB sent)`, 'MB', (peak - idle) / 1e6, 150);
  } finally {
    uploading = false;
    await server.stop();
    fs.rmSync(folder, { recursive: true });
  }
}
