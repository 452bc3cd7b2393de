import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Change } from './changes';
import { importLists, labelKeys, libraryKeys, postKeys, trashKeys } from './keys';
import { refresh } from './touched';

const line = (id: string, version: number, thumbUrl: string | null = '/t') => ({
  id,
  version,
  assets: 1,
  thumbUrl,
});
const post = { version: 4, profile: { id: 'insta' }, assets: [{ assetId: 'a' }] };

const december = { group: 'g', from: '2026-12-01T00:00' };

/** What a browser may have cached, by a short name. */
const held: Record<string, [QueryKey, unknown]> = {
  library: [libraryKeys.view({ group: 'g' }), {}],
  unused: [libraryKeys.view({ group: 'g', usage: 'unused' }), {}],
  tiktok: [libraryKeys.view({ group: 'g', status: 'tiktok' }), {}],
  side: [libraryKeys.selector({ group: 'g', usage: 'used' }), {}],
  chooser: [libraryKeys.selector({ group: 'g' }), {}],
  elsewhere: [libraryKeys.view({ group: 'other', usage: 'used' }), {}],
  'asset a': [libraryKeys.asset('a'), {}],
  'asset b': [libraryKeys.asset('b'), {}],
  labels: [labelKeys.found('g', '', 8), []],
  trash: [trashKeys.list('g'), {}],
  calendar: [postKeys.list({ group: 'g' }), [line('p', 4), line('q', 1)]],
  'other month': [postKeys.list(december), [line('q', 1)]],
  'searched posts': [postKeys.pages({ group: 'g', q: 'sun' }), { pages: [{ items: [line('q', 1)] }] }],
  count: [postKeys.countsOf('g', '2026-11'), {}],
  'post p': [postKeys.post('p'), post],
  'post q': [postKeys.post('q'), { ...post, version: 1, assets: [] }],
  'checks of p': [postKeys.checklist('p', 4), {}],
  profiles: [postKeys.profilesOf('g', false), []],
  imports: [[...importLists, 'g'], {}],
  probe: [['imports', 'probe', 'g', 'https://x'], {}],
  surfaces: [['surfaces'], []],
};

async function touchedBy(change: Partial<Change> & Pick<Change, 'kind'>): Promise<string[]> {
  const client = new QueryClient();
  for (const [key, data] of Object.values(held)) client.setQueryData(key, data);
  await refresh(client, [{ action: 'changed', ids: [], fields: [], group: 'g', ...change }]);
  return Object.entries(held).flatMap(([name, [key]]) =>
    client.getQueryState(key)?.isInvalidated ? [name] : [],
  );
}

describe('A caption', () => {
  const written = { kind: 'post', ids: ['p'], fields: ['caption'] } as const;

  it('touches the post and the lists that show it, and nothing of the library', async () => {
    expect(await touchedBy({ ...written, version: 5 })).toEqual(['calendar', 'searched posts', 'post p']);
  });

  it('that this page wrote itself touches only the lists that it may have come into or left', async () => {
    expect(await touchedBy({ ...written, version: 4 })).toEqual(['searched posts']);
  });
});

describe('Other changes of a post', () => {
  it('of its media touch what is in use and what not', async () => {
    expect(await touchedBy({ kind: 'post', ids: ['p'], fields: ['assets'], version: 5 })).toEqual([
      'unused',
      'tiktok',
      'side',
      'asset a',
      'asset b',
      'calendar',
      'post p',
    ]);
  });

  it('of its time touch lists and counts', async () => {
    expect(
      await touchedBy({ kind: 'post', ids: ['p'], fields: ['localTime', 'scheduledAt'], version: 5 }),
    ).toEqual(['asset a', 'asset b', 'calendar', 'other month', 'searched posts', 'count', 'post p']);
  });

  it('that are not named touch all of it, and nothing else', async () => {
    expect(await touchedBy({ kind: 'post' })).toEqual([
      'unused',
      'tiktok',
      'side',
      'asset a',
      'asset b',
      'calendar',
      'other month',
      'searched posts',
      'count',
      'post p',
      'post q',
      'checks of p',
    ]);
  });

  it('that the clock made without a new version touch it all the same', async () => {
    expect(await touchedBy({ kind: 'post', ids: ['p'], fields: ['state'] })).toContain('post p');
  });
});

describe('A change of an asset', () => {
  it('touches lists, itself, and the posts that hold it', async () => {
    expect(await touchedBy({ kind: 'asset', ids: ['a'], fields: ['note'] })).toEqual([
      'library',
      'unused',
      'tiktok',
      'side',
      'chooser',
      'asset a',
      'post p',
    ]);
  });

  it('touches no post by a label or a star', async () => {
    const lists = ['library', 'unused', 'tiktok', 'side', 'chooser', 'asset a'];
    expect(await touchedBy({ kind: 'asset', ids: ['a'], fields: ['starred'] })).toEqual(lists);
    expect(await touchedBy({ kind: 'asset', ids: ['a'], fields: ['labels'] })).toEqual([...lists, 'labels']);
  });

  it('touches trash and labels when it goes or comes back', async () => {
    for (const action of ['deleted', 'created'] as const)
      expect(await touchedBy({ kind: 'asset', action, ids: ['b'], fields: ['trashedAt'] })).toEqual([
        'library',
        'unused',
        'tiktok',
        'side',
        'chooser',
        'asset b',
        'labels',
        'trash',
        'checks of p',
      ]);
  });
});

describe('Other events', () => {
  it('of labels touch the names that assets carry only where a name has changed', async () => {
    expect(await touchedBy({ kind: 'label', fields: ['count'] })).toEqual(['labels']);
    expect(await touchedBy({ kind: 'label', fields: ['name'] })).toEqual([
      'library',
      'unused',
      'tiktok',
      'side',
      'chooser',
      'asset a',
      'asset b',
      'labels',
    ]);
  });

  it('of imports touch their list, and ask no address again', async () => {
    expect(await touchedBy({ kind: 'import', ids: ['i'] })).toEqual(['imports']);
  });
});
