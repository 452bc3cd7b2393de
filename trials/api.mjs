// The API as a client sees it whose server may be gone at any moment.

import { createHash } from 'node:crypto';

/** `unknown`: nobody can tell from the answer, or from none, whether it was done. */
export const outcomeOf = ({ status }) => (status === 0 || status >= 500 ? 'unknown' : status < 300 ? 'done' : 'refused');

export const sha256Of = (pieces) => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
};

export class Api {
  /** Called with each status, and with 0 where there was no answer. */
  onAnswer = () => {};

  /** @param server whose `url` may change with every start */
  constructor(server, headers = {}) {
    Object.assign(this, { server, headers });
  }

  /** The status, 0 where there was no answer, and what the body says. */
  async ask(method, address, body, patience = 60_000) {
    const answer = await this.#send(method, address, body, patience, (got) => got.text());
    const isJson = answer.headers?.get('content-type')?.includes('json');
    return { ...answer, body: isJson && answer.body ? JSON.parse(answer.body) : answer.body };
  }

  /** The body as bytes, and their hash. */
  async bytes(address, patience = 60_000) {
    const answer = await this.#send('GET', address, undefined, patience, async (got) => Buffer.from(await got.arrayBuffer()));
    return { ...answer, sha256: answer.body && sha256Of([answer.body]) };
  }

  /** For what must work; throws where it does not. */
  async must(method, address, body) {
    const answer = await this.ask(method, address, body);
    if (outcomeOf(answer) !== 'done') throw new Error(`${method} ${address} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** All pages of a list. */
  async *all(address) {
    for (let cursor = ''; cursor !== null; ) {
      const page = await this.must(
        'GET',
        `${address}${address.includes('?') ? '&' : '?'}limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      yield* page.items;
      cursor = page.nextCursor;
    }
  }

  async #send(method, address, body, patience, read) {
    try {
      const got = await fetch(this.server.url + address, {
        method,
        headers: { ...this.headers, ...(body ? { 'Content-Type': 'application/json' } : {}) },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(patience),
      });
      const answer = { status: got.status, headers: got.headers, body: await read(got) };
      this.onAnswer(got.status, address);
      return answer;
    } catch (error) {
      // Not reached, broken off in the middle, or not in time; anything else is a fault of the trial.
      if (!(error instanceof TypeError || error.name === 'TimeoutError' || error.code)) throw error;
      this.onAnswer(0, address);
      return { status: 0, body: `${error.cause?.code ?? error.name}` };
    }
  }
}
