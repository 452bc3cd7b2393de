import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ActionResult } from '@/api/types';
import { batchesOf, emptyOutcome, runSteps, takeBack, undoOf } from './actions';
import { describeDone } from './describeDone';
import { sizeOf } from './targets';

// Outside a browser there is no page whose address would resolve the client's relative paths.
vi.hoisted(() => {
  const Whole = globalThis.Request;
  globalThis.Request = class extends Whole {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(typeof input === 'string' ? new URL(input, 'http://magpie.test') : input, init);
    }
  };
});

interface Sent {
  action: string;
  assetIds?: string[];
  cursor?: string | null;
  labels?: string[];
  force?: boolean;
}

const sent: Sent[] = [];

/** Stands in for the server: keeps the requests, and answers as the test says. */
function answer(respond: (body: Sent) => Response) {
  sent.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    const body = (await request.json()) as Sent;
    sent.push(body);
    return respond(body);
  });
}

const done = (ids: string[], nextCursor: string | null = null) =>
  Response.json({ results: ids.map((assetId) => ({ assetId, outcome: 'done' })), nextCursor });
const held = () =>
  Response.json(
    { type: 'urn:magpie:held-by-posts', title: 'A post holds this.', postCount: 1 },
    { status: 409 },
  );
const all = { kind: 'filter', filters: {}, group: 'g', total: 3, except: ['x'] } as const;

afterEach(() => vi.unstubAllGlobals());

describe('actions on many', () => {
  it('go out in batches that the server takes', async () => {
    answer((body) => done(body.assetIds ?? []));
    const ids = Array.from({ length: 4500 }, (_, index) => `a${index}`);
    const outcome = await runSteps([{ action: 'star' }], { kind: 'ids', ids });
    expect(sent.map((body) => body.assetIds?.length)).toEqual([2000, 2000, 500]);
    expect(outcome.changed.size).toBe(4500);
    expect(batchesOf([])).toEqual([]);
  });

  it('follow the cursor of a filter to its end', async () => {
    answer((body) => (body.cursor ? done(['c']) : done(['a', 'b'], 'next')));
    const outcome = await runSteps([{ action: 'ready' }], all);
    expect(sent.map((body) => body.cursor)).toEqual([null, 'next']);
    expect([...outcome.changed]).toEqual(['a', 'b', 'c']);
    expect(sizeOf(all)).toBe(2);
  });

  it('stop between two batches, and keep what is done', async () => {
    const controller = new AbortController();
    answer(() => done(['a'], 'next'));
    const outcome = await runSteps([{ action: 'ready' }], all, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(sent).toHaveLength(1);
    expect(outcome.stopped).toBe(true);
    expect(outcome.undo).toEqual([{ step: { action: 'draft' }, ids: ['a'] }]);
  });

  it('go by name after the first step, which may change what the filter finds', async () => {
    answer((body) => done(body.assetIds ?? ['a', 'b']));
    await runSteps(
      [
        { action: 'unlabel', label: 'old' },
        { action: 'label', label: 'new' },
      ],
      all,
    );
    expect(sent[1]).toMatchObject({ action: 'label', labels: ['new'], assetIds: ['a', 'b'] });
  });

  it('ask once when posts hold some of it, and go on with force', async () => {
    answer((body) => (body.force ? done(['a'], body.cursor ? null : 'next') : held()));
    const onPostReferences = vi.fn(async () => true);
    const outcome = await runSteps([{ action: 'delete' }], all, { onPostReferences });
    expect(onPostReferences).toHaveBeenCalledTimes(1);
    expect(sent.map((body) => body.force)).toEqual([false, true, true]);
    expect(outcome.stopped).toBe(false);
  });

  it('change nothing when the person does not want to go on', async () => {
    answer(held);
    const outcome = await runSteps([{ action: 'delete' }], all, { onPostReferences: async () => false });
    expect(outcome).toMatchObject({ stopped: true, seen: 0 });
  });

  it('tell what was done before they broke off', async () => {
    answer((body) => (body.cursor ? new Response('', { status: 503 }) : done(['a'], 'next')));
    const outcome = await runSteps([{ action: 'star' }], all);
    expect(outcome.failure?.status).toBe(503);
    expect(describeDone([{ action: 'star' }], outcome)).toMatch(/^Starred · Interrupted: /);
  });
});

describe('undo', () => {
  const results: ActionResult[] = [
    { assetId: 'a', outcome: 'done' },
    { assetId: 'b', outcome: 'unchanged' },
    { assetId: 'c', outcome: 'refused', reason: 'It failed.' },
  ];

  it('takes back only what was changed', () => {
    expect(undoOf({ action: 'label', label: 'summer' }, results)).toEqual({
      step: { action: 'unlabel', label: 'summer' },
      ids: ['a'],
    });
    expect(undoOf({ action: 'delete' }, results)).toEqual({ step: { action: 'restore' }, ids: ['a'] });
    expect(undoOf({ action: 'star' }, results.slice(1))).toBeNull();
    expect(undoOf({ action: 'move', group: 'g' }, results)).toBeNull();
  });

  it('goes backwards through the steps', async () => {
    answer((body) => done(body.assetIds ?? []));
    await takeBack([
      { step: { action: 'label', label: 'old' }, ids: ['a'] },
      { step: { action: 'unlabel', label: 'new' }, ids: ['b'] },
    ]);
    expect(sent.map((body) => [body.action, body.labels])).toEqual([
      ['unlabel', ['new']],
      ['label', ['old']],
    ]);
  });

  it('says in words what was done, and what was refused and why', () => {
    const outcome = emptyOutcome();
    outcome.changed.add('a').add('b');
    outcome.refused.set('c', 'It failed.');
    expect(describeDone([{ action: 'label', label: 'summer' }], outcome)).toBe(
      'Labelled 2 items “summer” · 1 failed: It failed.',
    );
  });
});
