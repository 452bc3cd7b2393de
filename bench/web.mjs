// What a first load of the pages takes, as the running server sends it to a real browser: bytes on the wire, heads and all.

import path from 'node:path';
import { openBrowser, openVisit } from './chromium.mjs';
import { startMagpie } from './servers.mjs';
import { limit } from './table.mjs';
import { makeTemplates, uploadTemplates } from './templates.mjs';

/** SPEC section 12, in KB. */
const bars = { scripts: 180, styles: 25, requests: 15, calendar: 280 };
const pictures = 60;

export async function webSize(folder) {
  const server = await (await startMagpie(path.join(folder, 'data'))).signIn();
  const browser = await openBrowser();
  try {
    const files = makeTemplates(path.join(folder, 'files')).filter((name) => name.endsWith('.jpg'));
    await uploadTemplates(server, files.slice(0, pictures));

    const library = await firstLoad(browser, server.url, '/library', '[data-asset] ~ *', '/api/imports');
    limit('first load of the library page: script', 'KB', library.sum('Script') / 1000, bars.scripts);
    limit('first load of the library page: styles', 'KB', library.sum('Stylesheet') / 1000, bars.styles);
    limit('first load of the library page: requests, without pictures of assets', '', library.answers.length, bars.requests + 1);
    limit('first load of the library page: everything but pictures of assets', 'KB', library.sum() / 1000);

    const calendar = await firstLoad(browser, server.url, '/calendar', '[data-assets] img', '/api/assets');
    limit('first load of the calendar: script and styles', 'KB', (calendar.sum('Script') + calendar.sum('Stylesheet')) / 1000, bars.calendar);
    limit('first load of the calendar: everything but pictures of assets', 'KB', calendar.sum() / 1000);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Until something shows and an address has been asked. What a page fetches ahead when it rests comes after that. */
async function firstLoad(browser, url, address, shows, asks) {
  const context = await openVisit(browser, url);
  const page = await context.newPage();
  const answers = new Map();
  const session = await context.newCDPSession(page);
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    const { pathname } = new URL(request.url);
    if (type !== 'Image' || !pathname.startsWith('/api/')) answers.set(requestId, { pathname, type, bytes: 0, open: pathname !== '/api/events' });
  });
  // A script that was preloaded is asked for twice, and sent once.
  session.on('Network.requestServedFromCache', ({ requestId }) => answers.delete(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (answer) Object.assign(answer, { bytes: encodedDataLength, open: false });
  });
  await session.send('Network.enable');
  await page.goto(url + address);
  await page.locator(shows).first().waitFor();
  const all = () => [...answers.values()];
  while (!all().some(({ pathname }) => pathname === asks) || all().some(({ open }) => open))
    await page.evaluate(() => new Promise(requestAnimationFrame));
  const answered = all();
  await context.close();
  const sum = (type) => answered.filter((one) => !type || one.type === type).reduce((bytes, one) => bytes + one.bytes, 0);
  return { answers: answered, sum };
}
