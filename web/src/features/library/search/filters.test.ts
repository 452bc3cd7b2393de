import { describe, expect, it } from 'vitest';
import type { Filters } from '@/core/assets/filters';
import { parseAddress, writeAddress } from '@/lib/address';
import { filterOf, filtersOf, isFiltered, readSearch, searchedIn } from './filters';

const everything: Filters = {
  kind: 'video',
  status: 'tiktok',
  q: 'beach',
  label: ['summer', 'berlin'],
  starred: true,
  usage: 'unused',
  origin: 'ai',
  fits: 'instagram.reel',
};

describe('filters in the address', () => {
  it('come back as they went in, all of them together', () => {
    const search = readSearch(parseAddress(writeAddress({ ...everything })));
    expect(filtersOf(search)).toEqual(everything);
  });

  it('leave out what makes no sense', () => {
    const typed = {
      kind: 'sound',
      status: 'lost',
      usage: 'maybe',
      origin: 'mars',
      fits: '<b>',
      starred: 'no',
      label: 7,
    };
    expect(readSearch(typed)).toEqual({});
  });

  it('take a single label as well as many, each of them once', () => {
    expect(readSearch({ label: 'summer' }).label).toEqual(['summer']);
    expect(readSearch({ label: ['summer', 'Summer', ' '] }).label).toEqual(['summer']);
  });

  it('do not count the open asset as a filter', () => {
    expect(isFiltered(filtersOf(readSearch({ asset: 'a', view: 'full' })))).toBe(false);
    expect(isFiltered(filtersOf(readSearch({ import: 'dropbox', outcome: 'denied' })))).toBe(false);
    expect(readSearch({ import: 'elsewhere', outcome: 'denied' })).toEqual({});
    expect(readSearch({ import: 'googleDrive', outcome: 'denied' })).toEqual({
      import: 'googleDrive',
      outcome: 'denied',
    });
    expect(isFiltered({ starred: true })).toBe(true);
  });
});

describe('filters elsewhere', () => {
  it('name everything in a body, so that nothing is left to chance', () => {
    expect(filterOf({ label: ['summer'] }, 'group')).toEqual({
      kind: undefined,
      status: undefined,
      q: null,
      label: ['summer'],
      starred: null,
      usage: undefined,
      profile: null,
      origin: undefined,
      fits: null,
      group: 'group',
      trash: null,
    });
  });

  it('list what is searched for, as the title of the window does', () => {
    expect(searchedIn({ ...everything })).toBe('summer, berlin, beach');
    expect(searchedIn({ starred: true })).toBe('');
  });
});
