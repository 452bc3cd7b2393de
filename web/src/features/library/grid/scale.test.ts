import { expect, test } from 'vitest';
import { ScaledScroll, scaleFor, tallest, toBox, toContent } from './scale';

const view = 900;
const million = 31_000_000;

/** A scroll box as in a browser: it does not scroll beyond its ends. */
function boxOf(height: number) {
  let at = 0;
  return {
    clientHeight: view,
    get scrollTop() {
      return at;
    },
    set scrollTop(value: number) {
      at = Math.min(Math.max(0, value), height - view);
    },
  };
}

function scrollOf(height: number) {
  const box = boxOf(Math.min(height, tallest));
  const scroll = new ScaledScroll(box);
  scroll.resize(height);
  return { box, scroll };
}

test('A short grid is not scaled at all', () => {
  const scale = scaleFor(50_000, view);
  for (const place of [0, 1, 20_000, 49_100]) expect(toBox(scale, place)).toBe(place);
});

test('Both ends and everything between are reached, and there and back is the same place', () => {
  const scale = scaleFor(million, view);
  expect(scale.box + view).toBe(tallest);
  expect(toContent(scale, 0)).toBe(0);
  expect(toContent(scale, scale.box)).toBe(million - view);
  for (let place = 0; place <= scale.content; place += 99_991)
    expect(toContent(scale, toBox(scale, place))).toBeCloseTo(place, 3);
});

test('It never goes backwards', () => {
  const scale = scaleFor(million, view);
  let last = -1;
  for (let at = 0; at <= scale.box; at += 10_007) {
    expect(toContent(scale, at)).toBeGreaterThan(last);
    last = toContent(scale, at);
  }
});

test('A wheel moves the content one to one anywhere, also after a rest', () => {
  const { box, scroll } = scrollOf(million);
  for (const start of [0, 3_000_000, 15_000_000, million - 50_000]) {
    scroll.moveTo(start);
    for (let turn = 1; turn <= 60; turn++) {
      box.scrollTop += 120;
      scroll.scrolled();
      expect(scroll.top).toBeCloseTo(start + turn * 120, 3);
      if (turn % 7 === 0) {
        scroll.settle();
        expect(scroll.top).toBeCloseTo(start + turn * 120, 3);
      }
    }
  }
});

test('Scrolled by wheel to either end, one gets there and not an inch short', () => {
  const { box, scroll } = scrollOf(million);
  scroll.moveTo(million - view - 100_000);
  for (let turn = 0; turn < 1200; turn++) {
    box.scrollTop += 100;
    scroll.scrolled();
  }
  expect(scroll.top).toBe(million - view);
  scroll.moveTo(100_000);
  for (let turn = 0; turn < 1200; turn++) {
    box.scrollTop -= 100;
    scroll.scrolled();
  }
  expect(scroll.top).toBe(0);
});

test('A leap of the scroll bar leads to that share of the grid', () => {
  const { box, scroll } = scrollOf(million);
  box.scrollTop = (tallest - view) / 2;
  scroll.scrolled();
  expect(scroll.top).toBeCloseTo((million - view) / 2, 0);
  box.scrollTop = tallest;
  scroll.scrolled();
  expect(scroll.top).toBe(million - view);
});

test('At rest the box is where the scale has it, and the content has not moved', () => {
  const { box, scroll } = scrollOf(million);
  scroll.moveTo(15_000_000);
  for (let turn = 0; turn < 500; turn++) {
    box.scrollTop += 200;
    scroll.scrolled();
  }
  const { top } = scroll;
  expect(scroll.settle()).toBe(true);
  expect(scroll.top).toBeCloseTo(top, 6);
  expect(Math.abs(box.scrollTop - toBox(scroll.scale, top))).toBeLessThanOrEqual(0.5);
  expect(scroll.settle()).toBe(false);
});

test('When the grid grows or shrinks, the place is kept as far as there is one', () => {
  const { scroll } = scrollOf(million);
  scroll.moveTo(12_345_678);
  scroll.resize(million + 2_000_000);
  expect(scroll.top).toBeCloseTo(12_345_678, 3);
  scroll.resize(10_000);
  expect(scroll.top).toBe(10_000 - view);
});
