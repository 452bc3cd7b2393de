// Starts the two servers as programs of their own, on free ports and with data folders of their own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = path.join(import.meta.dirname, '..');

/** Whoever owns the Magpies that are measured. */
export const owner = { email: 'owner@example.org', password: 'correct horse battery' };

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

export async function startTusServer(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'tus-server.mjs'), folder, `${port}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return { endpoint: `http://127.0.0.1:${port}/files`, settled: async () => {}, stop: () => stop(child) };
}

/** Magpie with an owner and a token for the API. `settings` are environment variables. */
export async function startMagpie(folder, settings = {}) {
  const { url, child, from } = await launchMagpie(folder, settings);
  await ready(url, child, folder);
  const secondsToServing = (performance.now() - from) / 1000;
  const api = { url, child, secondsToServing, stop: () => stop(child) };
  return { ...api, signIn: () => signIn(url, api) };
}

/** Starts the program and does not wait until it serves. `spawning` are options of Node's own spawn. */
export async function launchMagpie(folder, settings = {}, spawning = {}) {
  fs.mkdirSync(folder, { recursive: true });
  const url = `http://127.0.0.1:${await freePort()}`;
  const log = fs.openSync(path.join(folder, 'server.log'), 'a');
  const from = performance.now();
  const child = spawn(path.join(root, 'artifacts/magpie/magpie'), [], {
    cwd: path.join(root, 'server/Magpie'),
    env: { ...process.env, MAGPIE_URLS: url, MAGPIE_DATA: folder, ...settings },
    stdio: ['ignore', log, log],
    ...spawning,
  });
  fs.closeSync(log);
  return { url, child, from };
}

async function ready(url, child, folder) {
  while (child.exitCode === null) {
    try {
      const answer = await fetch(`${url}/health/ready`);
      await answer.text();
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(5);
  }
  throw new Error(`Magpie ended with ${child.exitCode}: see ${path.join(folder, 'server.log')}`);
}

async function signIn(url, api) {
  const json = async (method, address, body, headers = {}) => {
    const answer = await fetch(url + address, {
      method,
      headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${address} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const session = await json('POST', '/api/setup', { ...owner, name: 'Bench' });
  const cookie = session.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const { token } = await (await json('POST', '/api/tokens', { name: 'bench', scope: 'write' }, { Cookie: cookie })).json();
  const headers = { Authorization: `Bearer ${token}` };

  /** Waits until nothing is being processed, so that one measurement does not run into the next. */
  const settled = async () => {
    for (;;) {
      const summary = await (await json('GET', '/api/assets/summary?status=processing', undefined, headers)).json();
      if (summary.total === 0) return;
      await pause(100);
    }
  };
  const failed = async () => (await (await json('GET', '/api/assets/summary?status=failed', undefined, headers)).json()).total;
  return { ...api, endpoint: `${url}/api/uploads`, headers, settled, failed };
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Memory of a process that is its own, in bytes. */
export function residentBytes(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
}
