import { createStore } from '@/lib/store';

/** Says refusals in the language of the page. Null if this version doesn't know one; the server's English is then shown. */
export interface RefusalWords {
  refusal(code: string, members: Readonly<Record<string, unknown>>): string | null;
  field(code: string, members: Readonly<Record<string, unknown>>): string | null;
}

/** How long an answer waits for the text. The server is there, but the network may be slow. */
const timeoutMs = 3000;

/** The text of refusals, once loaded. */
export const refusalWordsStore = createStore<RefusalWords | null>(null);

let load: () => Promise<RefusalWords> = () => Promise.reject(new Error('No words are known.'));
let loading: Promise<void> | null = null;

/** Sets where the text comes from; it is not part of the first load. */
export function takeRefusalWordsFrom(source: () => Promise<RefusalWords>): void {
  load = source;
  loading = null;
  refusalWordsStore.set(null);
}

/** Loads the text unless it is there. If that fails, English will do, and the next call tries again. */
export function loadRefusalWords(): Promise<void> {
  if (refusalWordsStore.get()) return Promise.resolve();
  loading ??= load()
    .then(refusalWordsStore.set, () => undefined)
    .finally(() => {
      loading = null;
    });
  return loading;
}

/** Waits for the text, but not for ever. */
export function refusalWordsInTime(): Promise<unknown> {
  if (refusalWordsStore.get()) return Promise.resolve();
  return Promise.race([loadRefusalWords(), new Promise((resolve) => setTimeout(resolve, timeoutMs))]);
}

/** Says a refusal by its code if its text is loaded, otherwise in English. */
export function refusalOr(
  code: string | null | undefined,
  members: Readonly<Record<string, unknown>> | null | undefined,
  english: string,
): string {
  // An older server stored failures without their values; without them, a code may stand for another sentence.
  if (!code || members === null) return english;
  return refusalWordsStore.get()?.refusal(code, members ?? {}) || english;
}
