import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import type { CreatePostRequest, EditPostRequest, Post } from '@/api/types';
import { unknownMedia } from '../media/media';
import { emptyFields, type Home } from './fields';
import { PostDraft } from './PostDraft';
import type { Unsaved, UnsavedStore } from './unsavedStore';

const profile = {
  id: 'p1',
  network: 'instagram',
  handle: 'sails',
  displayName: null,
  timeZone: 'Europe/Berlin',
  archived: false,
} as const;

function postWith(part: Partial<Post>): Post {
  return {
    id: 'one',
    groupId: 'g',
    setId: 'one',
    own: [],
    profile,
    state: 'draft',
    surface: 'instagram.feed',
    surfaceChosen: false,
    title: null,
    caption: '',
    firstComment: null,
    localTime: null,
    timeZone: null,
    laterOccurrence: false,
    scheduledAt: null,
    publishedAt: null,
    publishedUrl: null,
    version: 1,
    createdAt: '2026-11-25T08:00:00Z',
    createdBy: { id: 'anna', name: 'Anna' },
    changedAt: null,
    changedBy: null,
    editable: true,
    assets: [],
    notices: [],
    ...part,
  };
}

const home: Home = { profileId: 'p1', zone: 'Europe/Berlin', setId: 'one' };

/** A server with one post, which another member may change too. */
class Desk {
  post = postWith({});
  sent: EditPostRequest[] = [];
  down = false;
  kept = new Map<string, Unsaved>();

  unsaved: UnsavedStore = {
    read: (id) => structuredClone(this.kept.get(id) ?? null),
    write: (id, kept) => void (kept === null ? this.kept.delete(id) : this.kept.set(id, kept)),
  };

  calls = {
    preview: async ({ caption }: CreatePostRequest) => {
      this.check();
      return {
        post: postWith({ version: 0, caption: caption ?? 'The note', assets: [unknownMedia('a')] }),
        checklist: { items: [], ready: true },
      };
    },
    create: async () => {
      this.check();
      return this.post;
    },
    save: async (_: string, body: EditPostRequest) => {
      this.check();
      this.sent.push(body);
      if (body.version !== this.post.version)
        throw new Problem('post-changed', 'Anna changed this post.', 409, { post: this.post });
      const { caption, title = this.post.title } = body;
      this.post = {
        ...this.post,
        caption: caption ?? this.post.caption,
        title,
        version: this.post.version + 1,
      };
      return this.post;
    },
  };

  anna(part: Partial<Post>): void {
    this.post = {
      ...this.post,
      ...part,
      version: this.post.version + 1,
      changedBy: { id: 'anna', name: 'Anna' },
    };
  }

  open(): PostDraft {
    return new PostDraft(this.calls, this.unsaved, home, this.post);
  }

  private check(): void {
    if (this.down) throw new Problem('no-connection', 'Magpie can’t be reached.', 0);
  }
}

describe('A post that is being written', () => {
  let desk: Desk;
  beforeEach(() => {
    vi.useFakeTimers();
    desk = new Desk();
  });
  afterEach(() => vi.useRealTimers());

  it('saves by itself a moment after the last key, once', async () => {
    const draft = desk.open();
    draft.change({ caption: 'A' }, false);
    draft.change({ caption: 'A sail' }, false);
    expect(draft.snapshot().state).toBe('unsaved');
    await vi.runAllTimersAsync();
    expect(desk.sent.map((edit) => edit.caption)).toEqual(['A sail']);
    expect(draft.snapshot()).toMatchObject({ state: 'saved', fields: { caption: 'A sail' } });
    expect(desk.kept.size).toBe(0);
  });

  it('goes on top of what another member changed elsewhere in it, and says who it was', async () => {
    const draft = desk.open();
    desk.anna({ title: 'Hers' });
    draft.change({ caption: 'Mine' });
    await vi.runAllTimersAsync();
    expect(desk.post).toMatchObject({ title: 'Hers', caption: 'Mine' });
    expect(draft.snapshot()).toMatchObject({ state: 'saved', news: 'Anna', conflict: null });
  });

  it('lets a person choose where both changed the same, and saves mine over theirs only then', async () => {
    const draft = desk.open();
    desk.anna({ caption: 'Hers' });
    draft.change({ caption: 'Mine' });
    await vi.runAllTimersAsync();
    expect(draft.snapshot().conflict).toMatchObject({ fields: ['caption'], theirs: { caption: 'Hers' } });
    expect(desk.post.caption).toBe('Hers');
    draft.keepMine();
    await vi.runAllTimersAsync();
    expect(desk.post.caption).toBe('Mine');
    expect(draft.snapshot()).toMatchObject({ state: 'saved', conflict: null });
  });

  it('takes theirs, and keeps what is written elsewhere', async () => {
    const draft = desk.open();
    desk.anna({ caption: 'Hers' });
    draft.change({ caption: 'Mine', title: 'Title' });
    await vi.runAllTimersAsync();
    draft.takeTheirs();
    await vi.runAllTimersAsync();
    expect(desk.post).toMatchObject({ caption: 'Hers', title: 'Title' });
    expect(draft.snapshot().fields.caption).toBe('Hers');
  });

  it('has nothing to choose where both wrote the same', async () => {
    const draft = desk.open();
    desk.anna({ caption: 'Same' });
    draft.change({ caption: 'Same' });
    await vi.runAllTimersAsync();
    expect(draft.snapshot()).toMatchObject({ state: 'saved', conflict: null });
  });

  it('keeps what could not be sent, and sends it when it is opened again', async () => {
    desk.down = true;
    const draft = desk.open();
    draft.change({ caption: 'On the train' });
    expect(await draft.save()).toBe(false);
    draft.stop();
    desk.down = false;
    const again = desk.open();
    expect(again.snapshot().fields.caption).toBe('On the train');
    await vi.runAllTimersAsync();
    expect(desk.post.caption).toBe('On the train');
    expect(desk.kept.size).toBe(0);
  });

  it('tries again by itself when the connection is back', async () => {
    desk.down = true;
    const draft = desk.open();
    draft.change({ caption: 'Late' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(draft.snapshot()).toMatchObject({ state: 'failed', problem: { status: 0 } });
    desk.down = false;
    await vi.runAllTimersAsync();
    expect(desk.post.caption).toBe('Late');
  });

  it('does not put what was kept over what others wrote since', async () => {
    desk.kept.set('one', { version: 0, edits: { caption: 'Old' } });
    desk.anna({ caption: 'Hers' });
    const draft = desk.open();
    await vi.runAllTimersAsync();
    expect(desk.post.caption).toBe('Hers');
    expect(draft.snapshot().conflict?.fields).toEqual(['caption']);
  });

  it('is made with its first change, and not before', async () => {
    const create = vi.spyOn(desk.calls, 'create');
    const draft = new PostDraft(desk.calls, desk.unsaved, home, emptyFields);
    await vi.runAllTimersAsync();
    expect(await draft.save()).toBe(true);
    expect(create).not.toHaveBeenCalled();
    draft.change({ caption: '' });
    await vi.runAllTimersAsync();
    expect(create).toHaveBeenCalledOnce();
    expect(draft.snapshot().post?.id).toBe('one');
  });

  it('is looked at before it is made, and nothing of that is kept until somebody touches it', async () => {
    const create = vi.spyOn(desk.calls, 'create');
    const start = { ...emptyFields, media: [unknownMedia('a')] };
    const draft = new PostDraft(desk.calls, desk.unsaved, home, start);
    await draft.look();
    expect(draft.snapshot()).toMatchObject({
      post: null,
      fields: { caption: 'The note', surface: { key: 'instagram.feed', chosen: false } },
      checklist: { ready: true },
      state: 'saved',
    });
    expect(await draft.save()).toBe(true);
    expect([create.mock.calls, desk.kept.size, draft.touched]).toEqual([[], 0, false]);

    draft.change({ title: 'A title' });
    await vi.runAllTimersAsync();
    expect(create.mock.calls).toEqual([
      [expect.objectContaining({ profileId: 'p1', setId: 'one', title: 'A title', caption: 'The note' })],
    ]);
  });

  it('is kept as it is where somebody wants that, unless it is empty', async () => {
    const create = vi.spyOn(desk.calls, 'create');
    new PostDraft(desk.calls, desk.unsaved, home, emptyFields).want();
    await vi.runAllTimersAsync();
    expect(create).not.toHaveBeenCalled();
    new PostDraft(desk.calls, desk.unsaved, home, { ...emptyFields, caption: 'Text' }).want();
    await vi.runAllTimersAsync();
    expect(create).toHaveBeenCalledOnce();
  });
});
