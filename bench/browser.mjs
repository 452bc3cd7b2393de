// The library in a real browser, at the size of a server that is already running and filled:
//
//   node browser.mjs http://127.0.0.1:5280 owner@example.org 'the password'
//
// Prints how long the first page takes, how long a jump to the oldest month takes until its pictures are
// there, and the longest task of the main thread while scrolling. CHROMIUM names another browser than
// /usr/bin/chromium.

import { chromium } from 'playwright-core';

const [base = 'http://127.0.0.1:5280', email = 'owner@example.org', password = process.env.MAGPIE_OWNER_PASSWORD] = process.argv.slice(2);
const scrollMs = 10_000;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const answer = await context.request.post(`${base}/api/session`, { data: { email, password } });
  if (!answer.ok()) throw new Error(`Signing in was answered with ${answer.status()}.`);
  const { total } = await (await context.request.get(`${base}/api/assets/summary`)).json();
  const page = await context.newPage();
  await page.addInitScript(watchTasks);

  const started = performance.now();
  await page.goto(`${base}/library`);
  await page.waitForFunction(picturesInSight, undefined, { polling: 'raf' });
  row('first page, from address to pictures', performance.now() - started, 'ms');

  await longestTask(page);
  const jump = await page.evaluate(async ([last, inSight]) => {
    const hasPictures = new Function(`return (${inSight})()`);
    const from = performance.now();
    const scrubber = document.querySelector('[role=slider][aria-label=Month]');
    scrubber.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    for (;;) {
      await new Promise(requestAnimationFrame);
      const index = Number(document.querySelector('[data-index]')?.dataset.index);
      if (index > last && hasPictures()) return performance.now() - from;
      if (performance.now() - from > 30_000) throw new Error('The pictures of the oldest month have not come within 30 s.');
    }
  }, [total * 0.9, picturesInSight.toString()]);
  row('jump to the oldest month, until its pictures are there', jump, 'ms');
  row('longest task of the main thread during the jump', await longestTask(page), 'ms');

  await page.mouse.move(500, 500);
  const ends = performance.now() + scrollMs;
  for (let turn = 0; performance.now() < ends; turn++) await page.mouse.wheel(0, turn % 200 < 100 ? -240 : 240);
  row('longest task of the main thread in 10 s of scrolling', await longestTask(page), 'ms');
  row('assets', total, '');
} finally {
  await browser.close();
}

function row(what, value, unit) {
  console.log(`${what.padEnd(58)} ${Math.round(value).toLocaleString('en').padStart(10)} ${unit}`);
}

/** Takes what was seen since the last time; 0 says that no task took 50 ms. */
function longestTask(page) {
  return page.evaluate(() => Math.max(0, ...window.longTasks.splice(0)));
}

function watchTasks() {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.longTasks.push(task.duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** Every tile in sight has its picture, or its placeholder where nothing was made from it. */
function picturesInSight() {
  const grid = document.querySelector('[data-grid]');
  if (!grid) return false;
  const box = grid.getBoundingClientRect();
  const tiles = [...grid.querySelectorAll('li')].filter((tile) => {
    const { top, bottom } = tile.getBoundingClientRect();
    return bottom > box.top && top < box.bottom;
  });
  return (
    tiles.length > 0 &&
    tiles.every((tile) => {
      const image = tile.querySelector('img');
      return tile.querySelector('[data-index]') && (!image || image.naturalWidth > 0);
    })
  );
}
