import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import type { CreatePostRequest, EditPostRequest, Post } from '@/api/types';
import { aPost, aProfile } from '@/testing/things';
import { unknownMedia } from '../media/media';
import { SetDraft } from './SetDraft';

const instagram = aProfile({ handle: 'sails' });
const tokyo = aProfile({ network: 'x', handle: 'sails', timeZone: 'Asia/Tokyo' });
const pins = aProfile({ network: 'pinterest', handle: 'sails' });
const all = [instagram, tokyo, pins];

/** A server that keeps posts. */
class Desk {
  posts: Post[] = [];
  calls = {
    preview: async ({ profileId }: CreatePostRequest) => ({
      post: aPost(profileOf(profileId), { version: 0 }),
      checklist: { items: [], ready: true },
    }),
    create: async ({ profileId, setId, own, caption, title, localTime, timeZone }: CreatePostRequest) => {
      const post = aPost(profileOf(profileId), {
        setId: setId ?? '',
        own: [...(own ?? [])] as Post['own'],
        caption: caption ?? '',
        title: title ?? null,
        localTime: localTime ?? null,
        timeZone: timeZone ?? null,
      });
      this.posts.push(post);
      return post;
    },
    save: async (id: string, { version, ...edit }: EditPostRequest): Promise<Post> => {
      const post = this.posts.find((one) => one.id === id);
      if (!post || post.version !== version) throw new Problem('post-changed', 'Changed.', 409, { post });
      const { own, caption, title, localTime, timeZone } = edit;
      const next: Post = {
        ...post,
        version: version + 1,
        ...(own && { own: [...own] as Post['own'] }),
        ...(caption != null && { caption }),
        ...(title !== undefined && { title }),
        ...(localTime !== undefined && { localTime, timeZone: timeZone ?? null }),
      };
      this.posts = this.posts.map((one) => (one.id === id ? next : one));
      return next;
    },
  };

  open(...profiles: typeof all): SetDraft {
    const set = new SetDraft(this.calls, { read: () => null, write: () => undefined }, 'set');
    for (const profile of profiles) set.add(profile);
    return set;
  }

  on(profile: (typeof all)[number]): Post | undefined {
    return this.posts.find((post) => post.profile.id === profile.id);
  }
}

function profileOf(id: string) {
  return all.find((one) => one.id === id) ?? instagram;
}

const captions = (set: SetDraft) => set.snapshot().members.map(({ fields }) => fields.caption);

describe('Posts that are written together', () => {
  let desk: Desk;
  beforeEach(() => {
    vi.useFakeTimers();
    desk = new Desk();
  });
  afterEach(() => vi.useRealTimers());

  it('are made one a profile, in one set, with the first word that is written', async () => {
    const set = desk.open(instagram, tokyo);
    await vi.runAllTimersAsync();
    expect(desk.posts).toEqual([]);
    set.change('all', { caption: 'Low tide' }, false);
    await vi.runAllTimersAsync();
    expect(desk.posts.map(({ setId, caption }) => [setId, caption])).toEqual([
      ['set', 'Low tide'],
      ['set', 'Low tide'],
    ]);
  });

  it('share what is written for all, until one is given its own, and can share it again', async () => {
    const set = desk.open(instagram, tokyo);
    set.change('all', { caption: 'Both' });
    set.change({ profileId: tokyo.id }, { caption: 'Only X' });
    set.change('all', { caption: 'All the others' });
    await vi.runAllTimersAsync();
    expect(captions(set)).toEqual(['All the others', 'Only X']);
    expect(desk.on(tokyo)).toMatchObject({ caption: 'Only X', own: ['caption'] });
    expect(set.snapshot().shared.caption).toBe('All the others');

    set.shareAgain(tokyo.id, 'caption');
    await vi.runAllTimersAsync();
    expect(desk.on(tokyo)).toMatchObject({ caption: 'All the others', own: [] });
    set.change('all', { caption: 'Both again' });
    expect(captions(set)).toEqual(['Both again', 'Both again']);
  });

  it('appear when the clock of each profile shows the time', async () => {
    const set = desk.open(instagram, tokyo);
    set.change('all', { caption: 'Low tide' });
    set.setTime('all', { local: '2031-06-02T09:00', zone: 'Europe/Berlin', second: false });
    await vi.runAllTimersAsync();
    expect(desk.posts.map(({ localTime, timeZone }) => [localTime, timeZone])).toEqual([
      ['2031-06-02T09:00', 'Europe/Berlin'],
      ['2031-06-02T09:00', 'Asia/Tokyo'],
    ]);
    set.setTime({ profileId: tokyo.id }, { local: '2031-06-03T09:00', zone: 'Asia/Tokyo', second: false });
    set.setTime('all', { local: '2031-06-05T09:00', zone: 'Europe/Berlin', second: false });
    await vi.runAllTimersAsync();
    expect(desk.posts.map(({ localTime }) => localTime)).toEqual(['2031-06-05T09:00', '2031-06-03T09:00']);
    expect(desk.on(tokyo)?.own).toEqual(['time']);
  });

  it('are joined by one on another profile with what they share, also when a text was emptied', async () => {
    const set = desk.open(instagram, tokyo);
    set.change('all', { caption: 'Both', title: 'T' });
    set.change({ profileId: instagram.id }, { caption: 'Mine' });
    await vi.runAllTimersAsync();
    set.add(pins);
    await vi.runAllTimersAsync();
    expect(desk.on(pins)).toMatchObject({ setId: 'set', caption: 'Both', title: 'T', own: [] });
  });

  it('begin with what they were opened with, also where an earlier visit left a text behind', async () => {
    const kept = { version: null, edits: { caption: 'On the train', media: [unknownMedia('old')] } };
    const store = {
      read: (key: string) => (key === `new-${instagram.id}` ? kept : null),
      write: () => undefined,
    };
    const set = new SetDraft(desk.calls, store, 'set');
    set.add(instagram, { media: [unknownMedia('new')] });
    const [member] = set.snapshot().members;
    expect(member?.fields.caption).toBe('On the train');
    expect(member?.fields.media.map(({ assetId }) => assetId)).toEqual(['new']);
  });

  it('treat what differs as its own, such as after a drag on the calendar', () => {
    const set = new SetDraft(desk.calls, { read: () => null, write: () => undefined }, 'set');
    const at = (day: number) => ({ localTime: `2031-06-0${day}T09:00`, timeZone: 'Europe/Berlin' });
    set.open([aPost(instagram, at(2)), aPost(tokyo, at(2)), aPost(pins, at(4))]);
    expect(set.snapshot().members.map(({ own }) => own)).toEqual([[], [], ['time']]);
  });

  it('move only when somebody says so once they are scheduled', async () => {
    const set = new SetDraft(desk.calls, { read: () => null, write: () => undefined }, 'set');
    const at = { localTime: '2031-06-02T09:00', timeZone: 'Europe/Berlin', state: 'scheduled' } as const;
    desk.posts = [aPost(instagram, at), aPost(pins, at)];
    set.open(desk.posts);
    set.setTime('all', { local: '2031-06-09T09:00', zone: 'Europe/Berlin', second: false });
    await vi.runAllTimersAsync();
    expect(desk.posts.map(({ version }) => version)).toEqual([1, 1]);
    expect(set.snapshot().members.map(({ isMoved, time }) => [isMoved, time?.local])).toEqual([
      [true, '2031-06-09T09:00'],
      [true, '2031-06-09T09:00'],
    ]);
  });

  it('go one by one: what is left stands alone, and nothing of it is its own', async () => {
    const set = desk.open(instagram, tokyo);
    set.change('all', { caption: 'Both' });
    set.change({ profileId: tokyo.id }, { caption: 'Mine' });
    await vi.runAllTimersAsync();
    expect(set.remove(instagram.id)?.id).toBe(desk.on(instagram)?.id);
    expect(set.snapshot().members.map(({ own }) => own)).toEqual([[]]);
    set.add(pins);
    await vi.runAllTimersAsync();
    expect(desk.on(tokyo)?.own).toEqual([]);
    expect(desk.on(pins)?.caption).toBe('Mine');
  });
});
