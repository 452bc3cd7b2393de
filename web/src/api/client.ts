import createClient from 'openapi-fetch';
import { firstAnswer } from './first';
import { noteOutage } from './outage';
import { noConnection, type Problem, problemOf } from './problem';
import type { paths } from './schema';
import { refusalWordsInTime } from './words';

/** The only way to the server: every answer that is not a success is thrown as a `Problem`. */
async function fetchOrThrow(request: Request): Promise<Response> {
  let response: Response;
  try {
    response = await (firstAnswer(request) ?? fetch(request));
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw noConnection();
  }
  const problem = isAnswer(response) ? null : await refusalIn(response);
  noteOutage(problem);
  if (problem) throw problem;
  return response;
}

/** Something in between, such as the sign-in page of a hotel's network, answers with a page of its own and says that all went well. */
function isAnswer({ ok, headers }: Response): boolean {
  return ok && /json|^$/.test(headers.get('content-type') ?? '');
}

async function refusalIn(response: Response): Promise<Problem> {
  const body = await response.text();
  // A signed-out member is redirected, which needs no text.
  if (!body.includes('urn:magpie:signed-out')) await refusalWordsInTime();
  return problemOf(response.status, body);
}

export const api = createClient<paths>({ fetch: fetchOrThrow });

/** Unwraps an answer; failures have been thrown before this point. */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}
