// Waiting until everything is processed, and no longer than anything may take that nobody works on.

import { pause } from './tools.mjs';

/** About a minute, and what a loaded machine takes beside it. */
const idleSeconds = 90;

/**
 * Waits until nothing is being processed; what does not move for as long as `idleSeconds` is stuck, and told once.
 * Answers the longest time, in seconds, in which nothing moved although something waited.
 */
export async function settle(world) {
  world.stuck ??= new Set();
  let [last, since, longest] = ['', performance.now(), 0];
  for (;;) {
    const waiting = await processing(world);
    if (waiting.length === 0) return longest;
    const now = waiting
      .map((asset) => asset.id)
      .sort()
      .join();
    if (now !== last) [last, since] = [now, performance.now()];
    const idle = (performance.now() - since) / 1000;
    longest = Math.max(longest, idle);
    if (idle > idleSeconds) {
      for (const asset of waiting) {
        world.stuck.add(asset.id);
        world.findings.wrong(
          'still processing',
          `${asset.id} (${asset.name}, ${asset.kind}) after ${idle.toFixed(0)} s in which nothing moved`,
        );
      }
      return longest;
    }
    await pause(500);
  }
}

async function processing(world) {
  const waiting = [];
  for await (const asset of world.api.all('/api/assets?status=processing')) if (!world.stuck.has(asset.id)) waiting.push(asset);
  return waiting;
}

/** Files that ended as failed although nothing is wrong with them; `more` says what is known of one. */
export async function verifyNoneFailed(world, more = () => '') {
  for await (const asset of world.api.all('/api/assets?status=failed')) {
    world.findings.wrong('failed though sound', `${asset.id} (${asset.name})${more(asset.id)}: ${asset.failure?.reason}`);
  }
}
