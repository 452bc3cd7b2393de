import { afterEach, expect, test, vi } from 'vitest';
import { api } from './client';
import { noConnection, problemOf } from './problem';
import { loadRefusalWords, type RefusalWords, takeRefusalWordsFrom } from './words';

const german: RefusalWords = {
  refusal: (code, members) =>
    ({ 'no-connection': 'Keine Verbindung.', 'too-large': `Zu groß: ${members.bytes}.` })[code] ?? null,
  field: (code, members) => (code === 'length' ? `Höchstens ${members.max}.` : null),
};
const large = { type: 'urn:magpie:too-large', title: 'It is too large.', bytes: 7 };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  takeRefusalWordsFrom(() => Promise.reject(new Error('There are none.')));
});

function answer(status: number, body: unknown) {
  vi.stubGlobal('window', {});
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));
}

const ask = () => api.GET('/api/session', { baseUrl: 'http://magpie.test' });

test('a refusal waits for its words, and speaks them', async () => {
  const load = vi.fn(() => Promise.resolve(german));
  takeRefusalWordsFrom(load);
  answer(413, large);
  await expect(ask()).rejects.toMatchObject({ rule: 'too-large', message: 'Zu groß: 7.' });
  await expect(ask()).rejects.toMatchObject({ message: 'Zu groß: 7.' });
  expect(load).toHaveBeenCalledTimes(1);
});

test('what the words don’t know, the server says itself', async () => {
  takeRefusalWordsFrom(() => Promise.resolve(german));
  answer(409, { type: 'urn:magpie:from-the-future', title: 'It is from the future.' });
  await expect(ask()).rejects.toMatchObject({ message: 'It is from the future.' });
});

test('without its words a refusal is English, and the next one asks for them again', async () => {
  let there = false;
  takeRefusalWordsFrom(() => (there ? Promise.resolve(german) : Promise.reject(new Error('offline'))));
  answer(413, large);
  await expect(ask()).rejects.toMatchObject({ message: 'It is too large.' });
  there = true;
  await expect(ask()).rejects.toMatchObject({ message: 'Zu groß: 7.' });
});

test('words that never come hold nobody up for long', async () => {
  vi.useFakeTimers();
  takeRefusalWordsFrom(() => new Promise(() => undefined));
  answer(413, large);
  const asked = expect(ask()).rejects.toMatchObject({ message: 'It is too large.' });
  await vi.advanceTimersByTimeAsync(3000);
  await asked;
});

test('who is signed out waits for no words', async () => {
  const load = vi.fn(() => new Promise<RefusalWords>(() => undefined));
  takeRefusalWordsFrom(load);
  answer(401, { type: 'urn:magpie:signed-out', title: 'You are signed out.' });
  await expect(ask()).rejects.toMatchObject({ rule: 'signed-out' });
  expect(load).not.toHaveBeenCalled();
});

test('a lost connection is said in words that were loaded before', async () => {
  expect(noConnection().message).toContain('can’t be reached');
  takeRefusalWordsFrom(() => Promise.resolve(german));
  await loadRefusalWords();
  expect(noConnection().message).toBe('Keine Verbindung.');
});

test('each field says what is wrong with it', async () => {
  takeRefusalWordsFrom(() => Promise.resolve(german));
  await loadRefusalWords();
  const body = {
    type: 'urn:magpie:invalid-request',
    title: 'Some fields need another value.',
    errors: { Name: ['The field Name is too long.', 'It is odd.'], email: ['The email field is required.'] },
    codes: { name: [{ code: 'length', max: 100 }, { code: 'other' }] },
  };
  expect(problemOf(400, JSON.stringify(body)).errors).toEqual({
    name: ['Höchstens 100.', 'It is odd.'],
    email: ['The email field is required.'],
  });
});
