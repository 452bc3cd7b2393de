// A month with five thousand posts in a real browser. CHROMIUM names another one than /usr/bin/chromium.

import path from 'node:path';
import { chromium } from 'playwright-core';
import { longestTask, watchTasks } from './browser.mjs';
import { owner, startMagpie } from './servers.mjs';
import { limit } from './table.mjs';
import { makeTemplates, uploadTemplates } from './templates.mjs';

const count = 5_000;
const month = '2030-05';
const days = 31;

/** For a month, in milliseconds; a week of so many is measured beside it. */
const bars = { draw: 1_000, task: 200 };

export async function posts(folder) {
  const server = await (await startMagpie(path.join(folder, 'data'))).signIn();
  try {
    await uploadTemplates(server, makeTemplates(path.join(folder, 'files')).slice(0, 200));
    await plan(server);
    await look(server);
  } finally {
    await server.stop();
  }
}

/** Drafts on two profiles, spread over the whole month. */
async function plan({ url, headers }) {
  const ask = async (method, address, body) => {
    const answer = await fetch(url + address, { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${address} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const profiles = [];
  for (const network of ['instagram', 'tiktok']) profiles.push((await ask('POST', '/api/profiles', { network, handle: 'bench', timeZone: 'Europe/Berlin' })).id);
  const { items } = await ask('GET', '/api/assets?limit=200');
  let next = 0;
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let number = next++; number < count; number = next++) {
      const minutes = Math.floor((number * days * 24 * 60) / count);
      const at = new Date(Date.UTC(2030, 4, 1, 0, minutes)).toISOString().slice(0, 16);
      await ask('POST', '/api/posts', { profileId: profiles[number % 2], assetIds: [items[number % items.length].id], caption: `Post ${number}`, localTime: at });
    }
  }));
}

async function look({ url }) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.request.post(`${url}/api/session`, { data: owner });
    const page = await context.newPage();
    await page.addInitScript(watchTasks);
    // Once for the program itself; what is measured is the month.
    await page.goto(`${url}/calendar?view=month&date=2029-01-15`);
    await page.waitForLoadState('networkidle');

    for (const view of ['month', 'week']) {
      await page.goto(`${url}/calendar?view=${view}&date=${month}-15`);
      const drawn = await page.evaluate(untilDrawn);
      limit(`${count} posts in a month, by ${view}, in Chromium: from the answer until they are drawn`, 'ms', drawn, view === 'month' ? bars.draw : undefined);
      limit(`${count} posts in a month, by ${view}, in Chromium: longest task of the main thread`, 'ms', await longestTask(page), view === 'month' ? bars.task : undefined);
    }
  } finally {
    await browser.close();
  }
}

/** Milliseconds from the last byte of the posts to the frame that shows them. */
async function untilDrawn() {
  const frame = () => new Promise(requestAnimationFrame);
  for (;;) {
    await frame();
    if (document.querySelectorAll('[data-post]').length < 50) continue;
    const at = performance.now();
    await frame();
    const answer = performance.getEntriesByType('resource').findLast((one) => one.name.includes('/api/posts?'));
    return (at + performance.now()) / 2 - answer.responseEnd;
  }
}
