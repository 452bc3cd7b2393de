/** A request as it arrives, however the page sent it. */
export interface RawRequest {
  method: string;
  url: URL;
  headers: Headers;
  text: string;
  bytes: number;
}

export interface RawAnswer {
  status: number;
  body?: unknown;
  /** A page sent not by the server but by something in front of it. */
  page?: string;
  headers?: Record<string, string>;
}

export type Answering = (request: RawRequest) => Promise<RawAnswer>;

/** Nothing came back: the network, or the server behind it, is gone. */
export class Unreachable extends Error {}

export function textOf({ body, page }: RawAnswer): string {
  return page ?? (body === undefined ? '' : JSON.stringify(body));
}
