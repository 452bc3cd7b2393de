import createClient from 'openapi-fetch';
import { firstAnswer } from './first';
import { noteOutage } from './outage';
import { noConnection, problemOf } from './problem';
import type { paths } from './schema';

/** The one way to the server: every answer that is not a success becomes a thrown `Problem`. */
async function fetchOrThrow(request: Request): Promise<Response> {
  let response: Response;
  try {
    response = await (firstAnswer(request) ?? fetch(request));
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw noConnection();
  }
  const problem = response.ok ? null : problemOf(response.status, await response.text());
  noteOutage(problem);
  if (problem) throw problem;
  return response;
}

export const api = createClient<paths>({ fetch: fetchOrThrow });

/** Unwraps an answer; failures have been thrown before this point. */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}
