// A client that times answers and leaves nothing behind: what node:http and fetch allocate for each is collected in pauses of up to 17 ms.

import { once } from 'node:events';
import net from 'node:net';

const lastChunk = Buffer.from('\r\n0\r\n\r\n');

/** One connection that is kept, as a browser's. Knows only what Magpie answers with a list: chunks. */
export class Client {
  #socket;
  #head;
  #tail = Buffer.alloc(lastChunk.length);
  #asked;

  static async connect(url, headers) {
    const client = new Client();
    Object.assign(client, { url, headers });
    const { host, hostname, port } = new URL(url);
    client.#head = Object.entries({ Host: host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const onread = { buffer: Buffer.alloc(1 << 20), callback: (count, bytes) => client.#received(bytes.subarray(0, count)) };
    client.#socket = net.connect({ host: hostname, port, noDelay: true, onread });
    client.#socket.on('error', (error) => client.#asked?.reject(error));
    client.#socket.on('close', () => client.#asked?.reject(new Error(`${client.#asked.address} was not answered.`)));
    await once(client.#socket, 'connect');
    return client;
  }

  /** Milliseconds until the last byte of the answer. */
  async time(address) {
    const from = performance.now();
    await new Promise((resolve, reject) => {
      this.#asked = { address, resolve, reject, isNew: true };
      this.#socket.write(`GET ${address} HTTP/1.1\r\n${this.#head}\r\n`);
    });
    return performance.now() - from;
  }

  async read(address) {
    const answer = await fetch(this.url + address, { headers: this.headers });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }

  close() {
    this.#asked = undefined;
    this.#socket.destroy();
  }

  #received(bytes) {
    const asked = this.#asked;
    if (asked.isNew && !bytes.latin1Slice(0, 12).endsWith(' 200')) asked.reject(new Error(`${asked.address} answered ${bytes.latin1Slice(0, 12)}.`));
    asked.isNew = false;
    // The end may come in a piece of its own.
    const kept = Math.min(bytes.length, this.#tail.length);
    this.#tail.copyWithin(0, kept);
    bytes.copy(this.#tail, this.#tail.length - kept, bytes.length - kept);
    if (this.#tail.equals(lastChunk)) asked.resolve();
  }
}
