// Starts the two servers as programs of their own, on free ports and with data folders of their own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
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

/** `mode`: plain, durable or usable; see tus-server.mjs. */
export async function startTusServer(folder, mode) {
  fs.mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const program = path.join(import.meta.dirname, 'tus-server.mjs');
  const child = spawn(process.execPath, [program, folder, `${port}`, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  // What it promises nothing about is still in memory, and whoever waits for the disk next would pay for it.
  const settled = async () => mode === 'plain' && emptyFiles(folder);
  return { child, endpoint: `http://127.0.0.1:${port}/files`, settled, stop: () => stop(child) };
}

function emptyFiles(folder) {
  for (const name of fs.readdirSync(folder)) fs.truncateSync(path.join(folder, name));
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

  /**
   * Waits until nothing is being processed, so that one measurement does not run into the next. Asks again when what is left can at best
   * be done: whoever asks all the time measures the answering.
   */
  const settled = async () => {
    for (;;) {
      const summary = await (await json('GET', '/api/assets/summary?status=processing', undefined, headers)).json();
      if (summary.total === 0) return;
      await pause(Math.max(20, summary.total * 10));
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

/** CPU time that a process has used so far, in milliseconds; that of its children is not in it. */
export function cpuMilliseconds(pid) {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13).map(Number);
  return (user + system) * 10;
}

/** How often a process asks the disk to take what was written while `work` goes on. */
export async function flushes(pid, work) {
  const trace = path.join(os.tmpdir(), `magpie-bench-${pid}.trace`);
  const watcher = spawn('strace', ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-e', 'signal=none', '-o', trace, '-p', `${pid}`], { stdio: 'ignore' });
  // It is attached when it has written nothing and still runs: the file is there from the start.
  while (!fs.existsSync(trace)) await pause(10);
  await pause(500);
  await work();
  watcher.kill('SIGINT');
  await once(watcher, 'exit');
  const count = fs.readFileSync(trace, 'utf8').match(/(fsync|fdatasync)\(\d+/g)?.length ?? 0;
  fs.rmSync(trace);
  return count;
}

/** Memory of a process that is its own, in bytes. */
export function residentBytes(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
}
