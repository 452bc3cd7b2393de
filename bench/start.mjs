// From starting the program to its first answer, and what it takes while nobody uses it.

import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { residentBytes, startMagpie } from './servers.mjs';
import { limit, median } from './table.mjs';

export async function start(folder) {
  const took = [];
  let idle = 0;
  try {
    // The first start makes the database and is not the one that people wait for every day.
    for (let round = 0; round <= 5; round++) {
      const server = await startMagpie(folder);
      if (round > 0) took.push(server.secondsToServing);
      if (round === 5) {
        await pause(5000);
        idle = residentBytes(server.child.pid);
      }
      await server.stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  limit('start to serving', 's', median(took), 1.5);
  limit('idle memory of the server', 'MB', idle / 1e6, 200);
}
