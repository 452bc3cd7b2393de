import { afterEach, expect, test, vi } from 'vitest';
import { api } from './client';
import { outageStore } from './outage';

const away = {
  type: 'urn:magpie:database-unavailable',
  title: 'Magpie’s database does not answer at the moment. Wait a few seconds and try again.',
  status: 503,
};

afterEach(() => vi.unstubAllGlobals());

function answer(...answers: { status: number; body: unknown }[]) {
  vi.stubGlobal('window', {});
  vi.stubGlobal('fetch', () => {
    const { status, body } = answers.shift() ?? { status: 200, body: {} };
    return Promise.resolve(Response.json(body, { status }));
  });
}

const ask = () => api.GET('/api/session', { baseUrl: 'http://magpie.test' });

test('a database that is away is known from any answer, and that it is back from the next success', async () => {
  answer({ status: 503, body: away }, { status: 200, body: {} });
  const heard: boolean[] = [];
  const stop = outageStore.subscribe(() => heard.push(outageStore.get()));

  await expect(ask()).rejects.toMatchObject({
    rule: 'database-unavailable',
    status: 503,
    message: away.title,
  });
  expect(outageStore.get()).toBe(true);
  await ask();
  expect(heard).toEqual([true, false]);
  stop();
});

test('a refusal is no trouble of the database', async () => {
  answer({ status: 409, body: { type: 'urn:magpie:in-trash', title: 'It is in the trash.' } });
  await expect(ask()).rejects.toMatchObject({ rule: 'in-trash' });
  expect(outageStore.get()).toBe(false);
});

test('a page that something in between sends as a success is a failure in words', async () => {
  vi.stubGlobal('window', {});
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      new Response('<html>Welcome to our hotel</html>', { headers: { 'content-type': 'text/html' } }),
    ),
  );
  await expect(ask()).rejects.toMatchObject({ name: 'Problem', rule: 'unknown', status: 200 });
});
