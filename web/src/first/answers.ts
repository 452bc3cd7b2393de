import type { AssetCounts, AssetPage, Session } from '@/api/types';

interface Library {
  summary: AssetCounts;
  page: AssetPage;
}

/**
 * Requests what the library shows first, before the app has loaded, and keeps the answers for it (`api/first.ts` hands them out), along
 * with the later events. Null if nobody is signed in, or if the address asks for something else.
 */
export async function askForLibrary(): Promise<Library | null> {
  window.magpieFirst = { answers: new Map() };
  const session = await ask<Session>('/api/session');
  const group = session?.groups[0]?.id;
  if (group === undefined) return null;
  // Before the lists, so that no change between them and the stream is missed.
  window.magpieFirst.events = listen();
  if (location.search !== '') return null;
  const [page, summary] = await Promise.all([
    ask<AssetPage>(`/api/assets?group=${group}&skip=0&limit=100`),
    ask<AssetCounts>(`/api/assets/summary?group=${group}`),
  ]);
  return page && summary && { page, summary };
}

/** Null for every refusal; whoever takes the answer itself learns which one. */
async function ask<Body>(address: string): Promise<Body | null> {
  const answer = fetch(address, { headers: { Accept: 'application/json' } });
  window.magpieFirst?.answers.set(address, answer);
  const response = await answer;
  return response.ok ? response.clone().json() : null;
}

function listen() {
  const source = new EventSource('/api/events');
  const heard: MessageEvent<string>[] = [];
  for (const type of ['hello', 'change']) source.addEventListener(type, (event) => heard.push(event));
  return { source, heard };
}
