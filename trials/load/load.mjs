// Clients that all work at once until they are told to stop. Each takes one step after the other and survives the server.

import { Uploader } from '../../bench/tus.mjs';
import { between, pause } from '../tools.mjs';

export class Load {
  #isRunning = true;
  #clients;

  /** @param steps functions `(world, uploader)`, one for each client */
  constructor(world, steps) {
    this.world = world;
    this.#clients = [...steps.map((step) => this.#work(step)), this.#watchBacklog()];
  }

  async stop() {
    this.#isRunning = false;
    await Promise.all(this.#clients);
  }

  async #work(step) {
    const { world } = this;
    const uploader = new Uploader({
      get endpoint() {
        return `${world.server.url}/api/uploads`;
      },
      headers: world.api.headers,
    });
    while (this.#isRunning) {
      try {
        await step(world, uploader);
      } catch (error) {
        // The connection, or the server, is gone; anything else is a fault of the trial.
        if (!error.code || (error.code.startsWith('ERR_') && !error.code.startsWith('ERR_STREAM'))) throw error;
        await pause(50);
      }
      await pause(between(2, 30));
    }
    uploader.close();
  }

  async #watchBacklog() {
    for (; this.#isRunning; await pause(300)) {
      const answer = await this.world.api.ask('GET', '/api/assets/summary?status=processing', undefined, 5_000);
      if (answer.status === 200) this.world.backlog = answer.body.total;
    }
  }
}
