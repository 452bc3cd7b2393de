interface Heard {
  source: EventSource;
  /** What it has said so far. */
  heard: readonly MessageEvent<string>[];
}

declare global {
  interface Window {
    /** What `src/first` has asked for before the app was there: answers by address, and the stream of events. */
    magpieFirst?: { answers: Map<string, Promise<Response>>; events?: Heard };
  }
}

/** An answer that is on its way already; each is handed out once. */
export function firstAnswer(request: Request): Promise<Response> | undefined {
  if (request.method !== 'GET') return undefined;
  const { pathname, search } = new URL(request.url);
  const { answers } = window.magpieFirst ?? {};
  const answer = answers?.get(pathname + search);
  answers?.delete(pathname + search);
  return answer;
}

/** The stream of events, where it is open already and still is. Handed out once. */
export function firstEvents(): Heard | undefined {
  const { events } = window.magpieFirst ?? {};
  if (!events) return undefined;
  delete window.magpieFirst?.events;
  return events.source.readyState === EventSource.CLOSED ? undefined : events;
}
