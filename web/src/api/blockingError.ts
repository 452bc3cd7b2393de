import { Problem } from './problem';

interface Read {
  data: unknown;
  error: Error | null;
}

/**
 * What keeps a page from showing: nothing has come yet, or what was asked for is gone. A later read that fails leaves
 * standing what had come, with whatever somebody is typing into it.
 */
export function blockingError({ data, error }: Read): Error | null {
  const gone = error instanceof Problem && error.status === 404;
  return data === undefined || gone ? error : null;
}
