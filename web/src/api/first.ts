interface Heard {
  source: EventSource;
  /** Everything received so far. */
  heard: readonly MessageEvent<string>[];
}

declare global {
  interface Window {
    /** What `src/first` requested before the app had loaded: answers by address, and the event stream. */
    magpieFirst?: { answers: Map<string, Promise<Response>>; events?: Heard };
  }
}

/** An answer that was requested earlier; each is handed out once. */
export function firstAnswer(request: Request): Promise<Response> | undefined {
  if (request.method !== 'GET') return undefined;
  const { pathname, search } = new URL(request.url);
  const { answers } = window.magpieFirst ?? {};
  const answer = answers?.get(pathname + search);
  answers?.delete(pathname + search);
  return answer;
}

/** The event stream, if it was opened earlier and is still open. Handed out once. */
export function firstEvents(): Heard | undefined {
  const { events } = window.magpieFirst ?? {};
  if (!events) return undefined;
  delete window.magpieFirst?.events;
  return events.source.readyState === EventSource.CLOSED ? undefined : events;
}
