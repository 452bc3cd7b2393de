// A Magpie that may end at any moment and is started again on what it left.

import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { launchMagpie, owner } from '../bench/servers.mjs';
import { Api } from './api.mjs';
import { atExit, pause } from './tools.mjs';

const patienceMs = 120_000;

export class Server {
  url = 'http://127.0.0.1:1';
  child;
  starts = 0;

  /** Its log lies in `folder`, everything else in `data`. */
  constructor(folder, { data = path.join(folder, 'data'), settings = {}, spawning = {} } = {}) {
    Object.assign(this, { folder, data, settings, spawning });
    fs.mkdirSync(data, { recursive: true });
    atExit(() => this.child?.kill('SIGKILL'));
  }

  /** Starts the program; does not wait. */
  async launch() {
    const { url, child } = await launchMagpie(this.folder, { MAGPIE_DATA: this.data, ...this.settings }, this.spawning);
    this.child = child;
    this.url = url;
    this.starts++;
  }

  /** Starts it and waits until it serves. */
  async start(isUp = '/health/ready') {
    await this.launch();
    const anybody = new Api(this);
    for (const end = performance.now() + patienceMs; performance.now() < end; await pause(10)) {
      if (this.hasEnded)
        throw new Error(`Magpie ended with ${this.child.exitCode ?? this.child.signalCode}: see ${this.folder}/server.log`);
      if ((await anybody.ask('GET', isUp, undefined, 5_000)).status === 200) return;
    }
    throw new Error(`Magpie does not serve ${patienceMs / 1000} s after its start: see ${this.folder}/server.log`);
  }

  /** The owner, once, by cookie and by token. */
  async setUp() {
    const answer = await new Api(this).ask('POST', '/api/setup', { ...owner, name: 'Trial' });
    if (answer.status !== 200) throw new Error(`The setup answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    this.byCookie = new Api(this, {
      Cookie: answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; '),
    });
    this.api = await this.newToken();
  }

  async newToken() {
    const { token } = await this.byCookie.must('POST', '/api/tokens', { name: 'trial', scope: 'write' });
    return new Api(this, { Authorization: `Bearer ${token}` });
  }

  get hasEnded() {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Ends it by a signal; answers the seconds that this took. */
  async end(signal, send = () => this.child.kill(signal)) {
    const from = performance.now();
    if (!this.hasEnded) {
      const ended = once(this.child, 'exit');
      send();
      await ended;
    }
    return (performance.now() - from) / 1000;
  }
}
