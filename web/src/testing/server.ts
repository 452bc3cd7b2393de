import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { components, paths } from '@/api/schema';
import { faultsOfAnswer, faultsOfRequest, operationOf } from './contract';
import { type RawAnswer, type RawRequest, textOf, Unreachable } from './raw';
import { Streams } from './streams';
import { requestsOf } from './xhr';

type Method = 'get' | 'post' | 'patch' | 'delete' | 'head';
type Operation<M extends Method, P extends keyof paths> = Extract<paths[P][M], { responses: unknown }>;
/** The paths of the API that have this method. */
type PathOf<M extends Method> = {
  [P in keyof paths]: Operation<M, P> extends never ? never : P;
}[keyof paths];
type Responses<M extends Method, P extends keyof paths> = Operation<M, P>['responses'];
type BodyOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;
type Refusal = components['schemas']['ProblemDetails'];

interface Trouble {
  status: 401 | 500 | 503;
  body: Refusal;
  headers?: Record<string, string>;
}

/** Something between the page and the server answers in its place. */
interface OfProxy {
  status: 413 | 502 | 503 | 504;
  page: string;
}

/** What this operation may answer by the schema, or what may happen to any. */
export type Answer<M extends Method, P extends PathOf<M>> =
  | {
      [Status in keyof Responses<M, P> & number]: {
        status: Status;
        headers?: Record<string, string>;
      } & (undefined extends BodyOf<Responses<M, P>[Status]>
        ? { body?: undefined }
        : { body: BodyOf<Responses<M, P>[Status]> });
    }[keyof Responses<M, P> & number]
  | Trouble
  | OfProxy;

export interface Asked<M extends Method, P extends PathOf<M>> {
  path: Operation<M, P> extends { parameters: { path: infer Path } } ? Path : never;
  query: URLSearchParams;
  headers: Headers;
  body: Operation<M, P> extends { requestBody: { content: { 'application/json': infer Body } } }
    ? Body
    : undefined;
  /** How many bytes of a file came with it. */
  bytes: number;
}

export type Handler<M extends Method, P extends PathOf<M>> = (
  asked: Asked<M, P>,
) => Answer<M, P> | Promise<Answer<M, P>>;

/** A refusal by a rule, in the server's format. */
export function refusal<Status extends number>(
  status: Status,
  rule: string,
  title: string,
  members: Record<string, unknown> = {},
): { status: Status; body: Refusal } {
  return { status, body: { type: `urn:magpie:${rule}`, title, status, ...members } };
}

/**
 * Stands in for the server, behind `fetch`, `XMLHttpRequest` and `EventSource`. Its answers are typed by the generated schema, and requests
 * and answers are checked against openapi.json while the test runs.
 */
export class FakeServer {
  readonly streams = new Streams(() => this.#isReachable);
  /** Every request, as it arrived. */
  readonly log: { name: string; query: URLSearchParams; headers: Headers; body: unknown }[] = [];
  readonly faults: string[] = [];
  readonly #standing = new Map<string, (asked: never) => RawAnswer | Promise<RawAnswer>>();
  readonly #once = new Map<string, ((asked: never) => RawAnswer | Promise<RawAnswer>)[]>();
  #isReachable = true;
  #hasDatabase = true;

  /** Sets the answer from now on. */
  on<M extends Method, P extends PathOf<M>>(method: M, path: P, handler: Handler<M, P>): void {
    this.#standing.set(`${method.toUpperCase()} ${path}`, handler);
  }

  /** Sets the answer to the next request only. */
  once<M extends Method, P extends PathOf<M>>(method: M, path: P, handler: Handler<M, P>): void {
    const name = `${method.toUpperCase()} ${path}`;
    this.#once.set(name, [...(this.#once.get(name) ?? []), handler]);
  }

  /** The names of the requests so far, in order; if `start` is given, only those that begin with it. */
  asked(start = ''): string[] {
    return this.log.map(({ name }) => name).filter((name) => name.startsWith(start));
  }

  forget(): void {
    this.log.length = 0;
  }

  reset(): void {
    this.log.length = 0;
    this.faults.length = 0;
    this.#standing.clear();
    this.#once.clear();
    this.#isReachable = true;
    this.#hasDatabase = true;
    this.streams.opened.length = 0;
  }

  /** Takes the network away, or brings it back. */
  reachable(is: boolean): void {
    this.#isReachable = is;
    if (!is) this.streams.drop();
  }

  /** Takes the database behind the server away, or brings it back. */
  database(is: boolean): void {
    this.#hasDatabase = is;
  }

  async answer({ method, url, headers, text, bytes }: RawRequest): Promise<RawAnswer> {
    if (!this.#isReachable) throw new Unreachable();
    if (url.pathname === '/health/live') return { status: 200 };
    const operation = operationOf(method, url.pathname);
    if (operation === null) return this.#fault(`The API has no ${method} ${url.pathname}.`);
    const isJson = headers.get('content-type')?.includes('application/json') ?? false;
    const body: unknown = isJson ? JSON.parse(text) : undefined;
    const { name, path } = operation;
    this.log.push({ name, query: url.searchParams, headers, body });
    for (const fault of faultsOfRequest(operation, url.searchParams, body)) this.#fault(`${name}: ${fault}.`);
    if (!this.#hasDatabase)
      return refusal(503, 'database-unavailable', 'Magpie’s database does not answer at the moment.');
    const handler = this.#once.get(name)?.shift() ?? this.#standing.get(name);
    if (!handler) return this.#fault(`This test has no answer to ${name}${url.search}.`);
    const answer = await handler({ path, query: url.searchParams, headers, body, bytes } as never);
    if (!this.#isReachable) throw new Unreachable();
    if (answer.page !== undefined) return answer;
    const written = answer.body === undefined ? undefined : JSON.parse(JSON.stringify(answer.body));
    if (![401, 500, 503].includes(answer.status))
      for (const fault of faultsOfAnswer(operation, answer.status, written))
        this.#fault(`${name}: ${fault}.`);
    return answer;
  }

  #fault(words: string): RawAnswer {
    this.faults.push(words);
    return refusal(500, 'fault-of-the-test', words);
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { signal } = request;
    const gone = new Promise<never>((_, reject) => {
      const leave = () => reject(new DOMException('The request was aborted.', 'AbortError'));
      if (signal.aborted) leave();
      signal.addEventListener('abort', leave);
    });
    gone.catch(() => undefined);
    const url = new URL(request.url);
    const answered = request
      .text()
      .then((text) =>
        this.answer({ method: request.method, url, headers: request.headers, text, bytes: text.length }),
      );
    try {
      const answer = await Promise.race([answered, gone]);
      const type = answer.page === undefined ? 'application/json' : 'text/html';
      const headers = { 'content-type': type, ...answer.headers };
      return new Response(textOf(answer) || null, { status: answer.status, headers });
    } catch (error) {
      if (error instanceof Unreachable) throw new TypeError('Failed to fetch');
      throw error;
    }
  };
}

/** The server of a test file, new for each test. A test that requests something without a prepared answer fails. */
export function fakeServer(): FakeServer {
  const server = new FakeServer();
  beforeEach(() => {
    server.reset();
    vi.stubGlobal('fetch', server.fetch);
    vi.stubGlobal(
      'XMLHttpRequest',
      requestsOf((request) => server.answer(request)),
    );
    vi.stubGlobal('EventSource', server.streams.Source);
  });
  afterEach(() => {
    // What pages request while they close goes to this server too.
    cleanup();
    if (server.faults.length > 0) throw new Error(server.faults.join('\n'));
  });
  return server;
}

/** Makes something wait until the test opens the gate. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
