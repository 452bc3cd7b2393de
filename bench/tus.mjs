// A tus client on node:http with one connection per uploader; the same one for both servers.

import { once } from 'node:events';
import http from 'node:http';
import { slice } from './files.mjs';

const resumable = { 'Tus-Resumable': '1.0.0' };

export class Uploader {
  #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

  /** @param {{endpoint: string, headers?: Record<string, string>}} target */
  constructor(target) {
    this.target = target;
  }

  /** Uploads a file, in one PATCH or in chunks; throws where the server does not take it. */
  async upload(file, chunk = file.bytes) {
    const location = await this.create(file);
    for (let offset = 0; offset < file.bytes; offset += chunk) {
      await this.append(location, file, offset, Math.min(chunk, file.bytes - offset));
    }
  }

  async create(file) {
    const answer = await this.send('POST', this.target.endpoint, {
      'Upload-Length': `${file.bytes}`,
      'Upload-Metadata': `filename ${Buffer.from(file.name).toString('base64')}`,
      'Content-Length': '0',
    });
    if (answer.statusCode !== 201) throw new Error(`POST answered ${answer.statusCode}: ${answer.text}`);
    return new URL(answer.headers.location, this.target.endpoint).href;
  }

  async append(location, file, offset, count) {
    const answer = await this.send('PATCH', location, {
      'Upload-Offset': `${offset}`,
      'Content-Type': 'application/offset+octet-stream',
      'Content-Length': `${count}`,
    }, slice(file, offset, count));
    if (answer.statusCode !== 204) throw new Error(`PATCH answered ${answer.statusCode}: ${answer.text}`);
  }

  close() {
    this.#agent.destroy();
  }

  /** Any request of the protocol; throws where it is not answered. */
  async send(method, url, headers = {}, body = []) {
    const request = http.request(url, { method, agent: this.#agent, headers: { ...resumable, ...this.target.headers, ...headers } });
    const answered = once(request, 'response');
    answered.catch(() => {});
    for (const piece of body) {
      if (!request.write(piece)) await Promise.race([once(request, 'drain'), answered]);
    }
    request.end();
    const [response] = await answered;
    response.setEncoding('utf8');
    let text = '';
    for await (const part of response) text += part;
    return { statusCode: response.statusCode, headers: response.headers, text };
  }
}
