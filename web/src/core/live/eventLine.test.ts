import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenToEvents } from './eventLine';

/** Imitates what a browser does with an event stream, as far as this page notices. */
class Line extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Line[] = [];
  readyState = 0;

  constructor() {
    super();
    Line.opened.push(this);
  }

  close() {
    this.readyState = Line.CLOSED;
  }

  /** The answer was not a stream, so the browser gives up. */
  refuse() {
    this.readyState = Line.CLOSED;
    this.dispatchEvent(new Event('error'));
  }

  hello() {
    this.readyState = 1;
    this.dispatchEvent(new Event('hello'));
  }
}

const told = { onChange: vi.fn(), onHello: vi.fn(), onLost: vi.fn(), onEnded: vi.fn() };
const answers = vi.fn<() => Promise<Response>>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('EventSource', Line);
  vi.stubGlobal('fetch', answers);
  Line.opened = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

function answer(status: number, headers: Record<string, string> = {}) {
  answers.mockImplementation(async () => new Response('', { status, headers }));
}

test('When the session has ended the page is told, and the server is not asked again', async () => {
  answer(401);
  listenToEvents(told);
  Line.opened[0]?.hello();
  Line.opened[0]?.refuse();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(told.onEnded).toHaveBeenCalledTimes(1);
  expect(told.onLost).not.toHaveBeenCalled();
  expect(Line.opened).toHaveLength(1);
  expect(answers).toHaveBeenCalledTimes(1);
});

test('One stream too many comes again when the server says so, and asks for what it missed meanwhile', async () => {
  answer(429, { 'Retry-After': '60' });
  const stop = listenToEvents(told);
  Line.opened[0]?.refuse();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(Line.opened).toHaveLength(1);
  expect(told.onHello).toHaveBeenCalledExactlyOnceWith(true);
  expect(told.onLost).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(Line.opened).toHaveLength(2);
  Line.opened[1]?.hello();
  expect(told.onHello).toHaveBeenLastCalledWith(true);
  stop();
});

test('In an hour of refusals it asks sixty times at most', async () => {
  answer(429);
  const stop = listenToEvents(told);
  for (let second = 0; second < 3600; second++) {
    const line = Line.opened.at(-1);
    if (line?.readyState === 0) line.refuse();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(Line.opened.length).toBeLessThanOrEqual(60);
  expect(Line.opened.length).toBeGreaterThan(30);
  stop();
});

test('A server that is away is tried again soon, and the page says so', async () => {
  answer(502);
  const stop = listenToEvents(told);
  Line.opened[0]?.refuse();
  await vi.advanceTimersByTimeAsync(3_500);
  expect(Line.opened).toHaveLength(2);
  expect(told.onLost).toHaveBeenCalledTimes(1);
  expect(told.onEnded).not.toHaveBeenCalled();
  stop();
});

test('Nothing is opened after it was stopped, whatever was asked by then', async () => {
  answer(502);
  const stop = listenToEvents(told);
  Line.opened[0]?.refuse();
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(Line.opened).toHaveLength(1);
  expect(told.onLost).not.toHaveBeenCalled();
});
