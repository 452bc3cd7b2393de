import type { Post, PostPart } from '@/api/types';
import { createStore, type Store } from '@/lib/store';
import { type Edits, emptyFields, type Fields, type Home, type PostTime, parts, sameField } from './fields';
import { type Calls, type DraftSnapshot, PostDraft } from './PostDraft';
import type { UnsavedStore } from './unsavedStore';

/** What is being edited: what the posts share, or the post on one profile. */
export type View = 'all' | { profileId: string };

/** One post of the set. */
export interface Member extends DraftSnapshot {
  profileId: string;
  draft: PostDraft;
  /** When it is to appear. A scheduled post moves only when somebody says so. */
  time: PostTime | null;
  isMoved: boolean;
  isDraft: boolean;
  /** May be changed by this person, now. */
  editable: boolean;
  /** What it does not share: because it was edited on its own, here or elsewhere. */
  own: readonly PostPart[];
}

export interface SetSnapshot {
  members: readonly Member[];
  /** What they share. */
  shared: Fields;
}

interface Account {
  id: string;
  timeZone: string;
}

/** Posts on several profiles that are written together. Each saves itself; what they share is changed in all that share it. */
export class SetDraft {
  readonly #calls: Calls;
  readonly #unsaved: UnsavedStore;
  readonly id: string;
  #drafts: readonly PostDraft[] = [];
  readonly #moved = new Map<string, PostTime>();
  readonly #leave = new Map<PostDraft, () => void>();
  readonly #store: Store<SetSnapshot>;
  readonly subscribe: Store<SetSnapshot>['subscribe'];
  readonly snapshot: Store<SetSnapshot>['get'];

  constructor(calls: Calls, unsaved: UnsavedStore, id: string) {
    this.#calls = calls;
    this.#unsaved = unsaved;
    this.id = id;
    this.#store = createStore<SetSnapshot>({ members: [], shared: emptyFields });
    this.subscribe = this.#store.subscribe;
    this.snapshot = this.#store.get;
  }

  get drafts(): readonly PostDraft[] {
    return this.#drafts;
  }

  get touched(): boolean {
    return this.#drafts.some((draft) => draft.touched || draft.snapshot().post !== null);
  }

  open(posts: readonly Post[]): void {
    for (const post of posts)
      this.#join({ profileId: post.profile.id, zone: post.profile.timeZone, setId: this.id }, post);
  }

  /** A new post on another profile, with what the others share. */
  add({ id, timeZone }: Account, begin?: Partial<Fields>): void {
    const { members, shared } = this.snapshot();
    const [only] = members;
    // Alone, nothing of it was its own.
    if (only && members.length === 1 && only.fields.own.length > 0) only.draft.change({ own: [] });
    const from = members.length === 1 && only ? { ...only.fields, time: only.time } : shared;
    const { media, caption, title, firstComment } = from;
    const time = from.time && inZone(from.time, timeZone);
    const start = { ...emptyFields, media, caption, title, firstComment, time, ...begin };
    const draft = this.#join({ profileId: id, zone: timeZone, setId: this.id }, start);
    // An earlier visit left what it could not save; what this one was opened with goes on top of it.
    if (draft.touched && begin && Object.keys(begin).length > 0) draft.change(begin);
    if (this.touched) draft.want();
    if (!draft.touched) void draft.look();
  }

  /** Takes a profile out. Returns the post that was kept for it. */
  remove(profileId: string): Post | null {
    const draft = this.#find(profileId);
    if (!draft) return null;
    draft.forget();
    draft.stop();
    this.#leave.get(draft)?.();
    this.#leave.delete(draft);
    this.#moved.delete(profileId);
    this.#drafts = this.#drafts.filter((one) => one !== draft);
    this.#changed();
    return draft.snapshot().post;
  }

  /** In the view of one profile, what is changed becomes its own. */
  change(view: View, edits: Edits, soon = true): void {
    for (const member of this.#changedBy(view)) {
      const mine = view === 'all' && this.#isSet ? sharedPart(edits, member.own) : edits;
      if (Object.keys(mine).length > 0)
        member.draft.change({ ...mine, ...this.#owning(view, member, partsOf(edits)) }, soon);
    }
    this.want();
  }

  setTime(view: View, time: PostTime | null): void {
    for (const member of this.#changedBy(view)) {
      if (view === 'all' && this.#isSet && member.own.includes('time')) continue;
      const own = this.#owning(view, member, ['time']);
      const local = time && inZone(time, member.draft.home.zone);
      if (member.isDraft) member.draft.change({ time: local, ...own });
      else if (local) {
        this.#moved.set(member.profileId, local);
        if (own.own) member.draft.change(own);
      }
    }
    this.want();
    this.#changed();
  }

  shareAgain(profileId: string, part: PostPart): void {
    const { members, shared } = this.snapshot();
    const member = members.find((one) => one.profileId === profileId);
    if (!member) return;
    const own = member.own.filter((one) => one !== part);
    if (part === 'time' && shared.time) this.setTime({ profileId }, shared.time);
    else if (part !== 'time' || member.isDraft) member.draft.change({ [part]: shared[part] });
    member.draft.change({ own });
  }

  /** They are kept as they are, although nobody has edited some of them. */
  want(): void {
    for (const draft of this.#drafts) draft.want();
  }

  /** Takes the posts that the server returned for another action on them. */
  adopt(posts: readonly Post[]): void {
    for (const post of posts) {
      this.#moved.delete(post.profile.id);
      this.#find(post.profile.id)?.adopt(post);
    }
    this.#changed();
  }

  /** Saves pending edits of all. False if that failed for one; they are then kept on this device. */
  async save(): Promise<boolean> {
    return (await Promise.all(this.#drafts.map((draft) => draft.save()))).every(Boolean);
  }

  stop(): void {
    for (const draft of this.#drafts) draft.stop();
  }

  get #isSet(): boolean {
    return this.#drafts.length > 1;
  }

  #find(profileId: string): PostDraft | undefined {
    return this.#drafts.find(({ home }) => home.profileId === profileId);
  }

  #join(home: Home, start: Fields | Post): PostDraft {
    const draft = new PostDraft(this.#calls, this.#unsaved, home, start);
    this.#drafts = [...this.#drafts, draft];
    this.#leave.set(
      draft,
      draft.subscribe(() => this.#changed()),
    );
    this.#changed();
    return draft;
  }

  #changedBy(view: View): Member[] {
    const { members } = this.snapshot();
    return members.filter((one) => one.editable && (view === 'all' || one.profileId === view.profileId));
  }

  #owning(view: View, { own }: Member, changed: readonly PostPart[]): Edits {
    if (view === 'all' || !this.#isSet || changed.every((part) => own.includes(part))) return {};
    return { own: parts.filter((part) => own.includes(part) || changed.includes(part)) };
  }

  #changed(): void {
    const members = this.#drafts.map((draft) => this.#memberOf(draft));
    const shared = sharedOf(members);
    this.#store.set({
      shared,
      members: members.map((one) => ({ ...one, own: members.length > 1 ? ownOf(one, shared) : [] })),
    });
  }

  #memberOf(draft: PostDraft): Member {
    const snapshot = draft.snapshot();
    const { post, fields } = snapshot;
    const { profileId } = draft.home;
    const isDraft = post === null || post.state === 'draft';
    const moved = isDraft ? undefined : this.#moved.get(profileId);
    const time = moved ?? fields.time;
    return {
      ...snapshot,
      profileId,
      draft,
      time,
      isMoved: moved !== undefined,
      isDraft,
      editable: post?.editable ?? true,
      own: fields.own,
    };
  }
}

function inZone(time: PostTime, zone: string): PostTime {
  return time.zone === zone ? time : { ...time, zone, second: false };
}

function partsOf(edits: Edits): PostPart[] {
  return parts.filter((part) => part in edits);
}

/** The edits without what this post has for itself; a surface belongs to one network. */
function sharedPart({ surface: _, ...edits }: Edits, own: readonly PostPart[]): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([part]) => !own.includes(part as PostPart)));
}

/** From the first post that shares it. */
function sharedOf(members: readonly Member[]): Fields {
  const from = (part: PostPart) => members.find(({ own }) => !own.includes(part)) ?? members[0];
  const text = (part: 'caption' | 'title' | 'firstComment') => from(part)?.fields[part] ?? '';
  return {
    ...emptyFields,
    caption: text('caption'),
    title: text('title'),
    firstComment: text('firstComment'),
    media: from('media')?.fields.media ?? [],
    time: from('time')?.time ?? null,
  };
}

/** Also what was changed elsewhere, such as by a drag on the calendar. */
function ownOf({ fields, time, own }: Member, shared: Fields): PostPart[] {
  return parts.filter(
    (part) =>
      own.includes(part) ||
      (part === 'time' ? time?.local !== shared.time?.local : !sameField(part, fields[part], shared[part])),
  );
}
