import { Problem } from './problem';

interface Read {
  data: unknown;
  error: Error | null;
}

/**
 * The error that keeps a page from showing: nothing has loaded yet, or what was requested is gone. When a later read fails, what had loaded
 * stays, with whatever somebody is typing into it.
 */
export function blockingError({ data, error }: Read): Error | null {
  const gone = error instanceof Problem && error.status === 404;
  return data === undefined || gone ? error : null;
}
