// The library page in a real browser.

import { openBrowser, openVisit } from './chromium.mjs';
import { limit, percentiles } from './table.mjs';

const scrollMs = 10_000;

/** SPEC section 12, in milliseconds. */
const bars = { first: { p50: 300, p99: 600 }, jump: 500, task: 100 };
const visits = 40;

/** Measures the page of a server that has an owner and a library; `title` says how large it is. */
export async function browse(title, { url }) {
  const browser = await openBrowser();
  try {
    const context = await openVisit(browser, url);
    const signedIn = await context.storageState();
    const took = { pictures: [], app: [] };
    // The first ones find a server, and a browser, that have just started.
    for (let visit = -5; visit < visits; visit++) {
      const { pictures, app } = await firstPage(browser, url, signedIn);
      if (visit < 0) continue;
      took.pictures.push(pictures);
      took.app.push(app);
    }
    percentiles(`${title}, in Chromium: first page with nothing in its cache, until its pictures are drawn`, took.pictures, bars.first.p99, { p50: bars.first.p50 });
    percentiles(`${title}, in Chromium: the same, until the app has taken them over`, took.app);

    const { total } = await (await context.request.get(`${url}/api/assets/summary`)).json();
    const page = await context.newPage();
    await page.addInitScript(watchTasks);
    await page.goto(`${url}/library`);
    await page.waitForFunction(inSight, 'pictures', { polling: 'raf' });

    await page.waitForLoadState('networkidle');
    await longestTask(page);
    const jump = await jumpToOldest(page, total);
    limit(`${title}, in Chromium: jump to the oldest month, until its assets are there`, 'ms', jump.assets, bars.jump);
    limit(`${title}, in Chromium: the same, until every picture in sight is there`, 'ms', jump.pictures);
    limit(`${title}, in Chromium: longest task of the main thread during the jump`, 'ms', await longestTask(page), bars.task);

    await page.mouse.move(500, 500);
    const ends = performance.now() + scrollMs;
    for (let turn = 0; performance.now() < ends; turn++) await page.mouse.wheel(0, turn % 200 < 100 ? -240 : 240);
    limit(`${title}, in Chromium: longest task of the main thread in 10 s of scrolling`, 'ms', await longestTask(page), bars.task);

    await page.goto(`${url}/calendar`);
    await page.locator('[data-assets] img').first().waitFor();
    await page.waitForLoadState('networkidle');
    await longestTask(page);
    await page.mouse.move(200, 500);
    for (const ends = performance.now() + scrollMs / 2; performance.now() < ends; ) await page.mouse.wheel(0, 240);
    const depth = await page.locator('aside[aria-label=Library] ul').evaluate((list) => list.parentElement.scrollTop);
    if (depth < 10_000) throw new Error(`The side library went ${depth} px only.`);
    limit(`${title}, in Chromium: longest task of the main thread in 5 s of scrolling the side library`, 'ms', await longestTask(page), bars.task);
  } finally {
    await browser.close();
  }
}

/**
 * Milliseconds from the address to the pictures of everything in sight, decoded, and to the app's own, for somebody who comes for
 * the first time. The page looks by itself: what Playwright would bring into it for that takes 30 ms of its time.
 */
async function firstPage(browser, url, signedIn) {
  const context = await openVisit(browser, url, signedIn);
  const page = await context.newPage();
  await page.addInitScript(sayWhenSeen);
  const pictures = page.waitForEvent('console', (message) => message.text() === 'pictures');
  const app = page.waitForEvent('console', (message) => message.text() === 'app');
  const since = performance.now();
  const took = (seen) => seen.then(() => performance.now() - since);
  const [, ...milliseconds] = await Promise.all([page.goto(`${url}/library`, { waitUntil: 'commit' }), took(pictures), took(app)]);
  await context.close();
  return { pictures: milliseconds[0], app: milliseconds[1] };
}

/** Of everything in sight: first as the page draws it before the app has come, then as the app does. */
function sayWhenSeen() {
  const waiting = [
    ['pictures', '#first-sight img, [data-grid] img'],
    ['app', 'body:not(:has(#first-sight)) [data-grid] img[fetchpriority=high]'],
  ];
  const look = async () => {
    const [[what, where]] = waiting;
    const pictures = [...document.querySelectorAll(where)];
    if (pictures.length > 0 && pictures.every((picture) => !picture.src || picture.naturalWidth > 0)) {
      await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
      console.debug(what);
      waiting.shift();
    }
    if (waiting.length > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Milliseconds until every tile in sight shows its asset of the oldest month, and until each has its picture. */
function jumpToOldest(page, total) {
  return page.evaluate(async ([last, inSight]) => {
    const sees = new Function('what', `return (${inSight})(what)`);
    const from = performance.now();
    const scrubber = document.querySelector('[role=slider][aria-label=Month]');
    scrubber.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    let assets;
    for (;;) {
      await new Promise(requestAnimationFrame);
      const took = performance.now() - from;
      const index = Number(document.querySelector('[data-index]')?.dataset.index);
      if (index > last && sees('assets')) assets ??= took;
      if (assets && sees('pictures')) return { assets, pictures: took };
      if (took > 30_000) throw new Error('The pictures of the oldest month have not come within 30 s.');
    }
  }, [total * 0.9, inSight.toString()]);
}

/** Takes what was seen since the last time; 0 says that no task took 50 ms. */
export function longestTask(page) {
  return page.evaluate(() => Math.max(0, ...window.longTasks.splice(0)));
}

export function watchTasks() {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.longTasks.push(task.duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** Every tile in sight shows its asset; with 'pictures' also its picture, or a sign where nothing was made from it. */
function inSight(what) {
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
      // A sign stands for what has no picture; a tile with neither has flown by and waits for its own.
      const isComplete = () => tile.querySelector('img')?.naturalWidth > 0 || tile.querySelector(':scope > span:first-child svg');
      return tile.querySelector('[data-index]') && (what === 'assets' || isComplete());
    })
  );
}
