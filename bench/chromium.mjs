// The browser that pages are measured in. CHROMIUM names another one than /usr/bin/chromium.

import { chromium } from 'playwright-core';
import { owner } from './servers.mjs';

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** Somebody at a desk with nothing in their cache, who is signed in. */
export async function openVisit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const answer = await context.request.post(`${url}/api/session`, { data: owner });
  if (!answer.ok()) throw new Error(`Signing in was answered with ${answer.status()}.`);
  return context;
}
