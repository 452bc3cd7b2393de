import { createStore } from '@/lib/store';

/** Says refusals in the language of the page. Null: these words don't know it, and the server's English stands. */
export interface RefusalWords {
  refusal(code: string, members: Readonly<Record<string, unknown>>): string | null;
  field(code: string, members: Readonly<Record<string, unknown>>): string | null;
}

/** How long an answer waits for the words. The server is there, but what is between may be slow. */
const patienceMs = 3000;

/** The words, once they have come. */
export const refusalWordsStore = createStore<RefusalWords | null>(null);

let load: () => Promise<RefusalWords> = () => Promise.reject(new Error('No words are known.'));
let loading: Promise<void> | null = null;

/** Where the words come from; they are no part of what comes first. */
export function takeRefusalWordsFrom(source: () => Promise<RefusalWords>): void {
  load = source;
  loading = null;
  refusalWordsStore.set(null);
}

/** Loads them where they are not there yet. Where they can't be had, English will do; the next one tries again. */
export function loadRefusalWords(): Promise<void> {
  if (refusalWordsStore.get()) return Promise.resolve();
  loading ??= load()
    .then(refusalWordsStore.set, () => undefined)
    .finally(() => {
      loading = null;
    });
  return loading;
}

/** Waits for them, but not for ever. */
export function refusalWordsInTime(): Promise<unknown> {
  if (refusalWordsStore.get()) return Promise.resolve();
  return Promise.race([loadRefusalWords(), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

/** Says a refusal by its code, as far as the words are there. */
export function refusalOr(
  code: string | null | undefined,
  members: Readonly<Record<string, unknown>> | null | undefined,
  english: string,
): string {
  return (code && refusalWordsStore.get()?.refusal(code, members ?? {})) || english;
}
