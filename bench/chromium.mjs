// The browser that pages are measured in: without windows of its own, as each visit would wait for one to be built, with
// address field and menus. CHROMIUM names another one.

import { chromium } from 'playwright-core';
import { owner } from './servers.mjs';

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** Somebody at a desk with nothing in their cache, who signs in; or who did before, with the `signedIn` of an earlier visit. */
export async function openVisit(browser, url, signedIn) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState: signedIn });
  if (signedIn) return context;
  const answer = await context.request.post(`${url}/api/session`, { data: owner });
  if (!answer.ok()) throw new Error(`Signing in was answered with ${answer.status()}.`);
  return context;
}
