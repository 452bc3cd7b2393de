import { expect, test } from 'vitest';
import { api } from '@/api/client';
import { FakeServer, fakeServer } from './server';
import { aChange, aLabel, aSession, group } from './things';

const server = fakeServer();
const labels = (q: string) => api.GET('/api/labels', { params: { query: { group, q } } });

/** The faults noted by the fake server. Taking them keeps them from failing this test. */
function takeFaults(): string {
  return server.faults.splice(0).join('\n');
}

test('An answer that the API does not describe is a fault of the test that gave it', async () => {
  const { name: _, ...nameless } = aLabel('summer');
  // @ts-expect-error a label has a name
  server.once('get', '/api/labels', () => ({
    status: 200,
    body: { items: [nameless], nextCursor: null },
  }));
  await labels('s');
  expect(takeFaults()).toBe('GET /api/labels: answer.items[0].name is missing.');

  server.once('get', '/api/labels', () => ({
    status: 200,
    body: { items: [], nextCursor: null, shelf: 1 },
  }));
  await labels('s');
  expect(takeFaults()).toBe('GET /api/labels: there is no answer.shelf.');

  // @ts-expect-error nobody is told of a conflict by a list
  server.once('get', '/api/labels', () => ({ status: 409, body: { title: 'No.' } }));
  await labels('s').catch(() => undefined);
  expect(takeFaults()).toContain('GET /api/labels: 409 is none of 200, 400, 404.');

  server.once('get', '/api/session', () => ({
    status: 200,
    body: { ...aSession(), user: { id: 'tess', name: 'Tess', email: 'tess@example.org', language: null } },
  }));
  await api.GET('/api/session');
  expect(takeFaults()).toContain('user.id: “tess” is no uuid');
});

test('A request that the API does not describe, or that nobody answers, is one as well', async () => {
  await labels('s').catch(() => undefined);
  expect(takeFaults()).toBe(`This test has no answer to GET /api/labels?group=${group}&q=s.`);

  server.on('get', '/api/labels', () => ({ status: 200, body: { items: [], nextCursor: null } }));
  await fetch('/api/labels?colour=red');
  await fetch('/api/shelves');
  const headers = { 'Content-Type': 'application/json' };
  server.on('delete', '/api/trash', () => ({ status: 200, body: { deleted: 0, bytes: 0 } }) as never);
  await fetch('/api/assets/actions', { method: 'POST', headers, body: '{"action":"sing"}' });
  expect(takeFaults()).toBe(
    [
      'GET /api/labels: there is no ?colour.',
      'The API has no GET /api/shelves.',
      'POST /api/assets/actions: body.action: "sing" is none of its words.',
      'This test has no answer to POST /api/assets/actions.',
    ].join('\n'),
  );
});

test('What is said on the stream of events is held to the API, too', () => {
  const { streams } = new FakeServer();
  expect(() => streams.say({ ...aChange({ kind: 'asset' }), ids: ['beach'] })).toThrow('“beach” is no uuid');
});
