// Runs before the page is painted and before the app has loaded. It is a file of its own because the content security policy allows no
// inline scripts, and a module would run only after the first paint. `scripts/firstScript.ts` builds it, and tells it which files are the
// app and which belong to its library page.

import { endFirstSight } from '@/lib/firstSight';
import { language, setLanguage } from '@/lib/locale';
import { askForLibrary } from './answers';
import { showFailure } from './failure';
import { pageReady } from './ready';
import { applyScheme } from './scheme';
import { prepareSight, showLibrary } from './sight';

/** A slow list or slow pictures must not delay the app. `pictures` counts from when the list has arrived, `list` from the start. */
const timeoutMs = { pictures: 400, list: 1500 };
/** By then the app shows something of its own, even if the library has not loaded. */
const staleMs = 10_000;

const { app, library, words } = document.currentScript?.dataset ?? {};

applyScheme();
// The app could not load its words.
addEventListener('magpie:failed', showFailure);
setLanguage(language());
const isLibrary = location.pathname === '/library' || location.pathname === '/';
const seen = isLibrary ? Promise.race([seeLibrary(), pause(timeoutMs.list)]) : null;
fetchAhead(wordsIn(language().code));
if (isLibrary) fetchAhead(library?.split(' ') ?? []);
void start();

/** The pictures go first: the app takes longer to start than they take to arrive, and nothing else happens in that time. */
async function start(): Promise<void> {
  await seen?.catch(() => undefined);
  if (!app) return;
  await pageReady();
  try {
    await import(/* @vite-ignore */ app);
    await pause(staleMs);
  } catch {
    showFailure();
  }
  endFirstSight();
}

async function seeLibrary(): Promise<void> {
  const [found, sight] = await Promise.all([askForLibrary(), pageReady().then(prepareSight)]);
  if (found?.page.items.length)
    await Promise.race([showLibrary(sight, found.summary, found.page.items), pause(timeoutMs.pictures)]);
  else endFirstSight();
}

/** The app can show no text before these arrive, so they load alongside it. */
function wordsIn(code: string): string[] {
  const file = words?.split(' ').find((one) => one.startsWith(`${code}:`));
  return file ? [file.slice(code.length + 1)] : [];
}

/** Only fetches: a module preload would also compile at once, and delay the pictures. */
function fetchAhead(files: readonly string[]): void {
  for (const href of files) {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = href.endsWith('.css') ? 'style' : 'script';
    link.crossOrigin = '';
    link.href = href;
    document.head.append(link);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
