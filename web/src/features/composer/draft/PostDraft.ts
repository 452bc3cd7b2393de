import { Problem } from '@/api/problem';
import type { Checklist, CreatePostRequest, EditPostRequest, Post, PostPreview } from '@/api/types';
import { createStore, type Store } from '@/lib/store';
import {
  contentOf,
  creationOf,
  type Edits,
  editOf,
  type Field,
  type Fields,
  fieldsOf,
  type Home,
} from './fields';
import { clashesOf, hasEdits, isSettled, order, unsettled } from './merge';
import type { UnsavedStore } from './unsavedStore';

export interface Calls {
  /** What a post would be; keeps nothing. */
  preview: (body: CreatePostRequest) => Promise<PostPreview>;
  create: (body: CreatePostRequest) => Promise<Post>;
  save: (id: string, body: EditPostRequest) => Promise<Post>;
}

/** Another member changed the same fields. */
export interface Conflict {
  theirs: Post;
  fields: Field[];
}

export interface DraftSnapshot {
  /** As the server has it; null until a new post is first saved. */
  post: Post | null;
  fields: Fields;
  /** Of a new post that nobody has touched; else the server is asked for that of the post. */
  checklist: Checklist | null;
  state: 'saved' | 'unsaved' | 'saving' | 'failed';
  /** Why it is not saved. */
  problem: Problem | null;
  conflict: Conflict | null;
  /** Who changed other fields of it in the meantime. */
  news: string | null;
}

const pauseMs = 700;
const retryMs = 4000;

/** A post being written: saves itself, one request at a time, and overwrites nothing of others that has not been seen. */
export class PostDraft {
  readonly #calls: Calls;
  readonly #unsaved: UnsavedStore;
  readonly home: Home;
  #post: Post | null;
  #start: Fields;
  #checklist: Checklist | null = null;
  #edits: Edits = {};
  #state: DraftSnapshot['state'] = 'saved';
  #problem: Problem | null = null;
  #conflict: Conflict | null = null;
  #news: string | null = null;
  #touched = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  readonly #store: Store<DraftSnapshot>;
  readonly subscribe: Store<DraftSnapshot>['subscribe'];
  readonly snapshot: Store<DraftSnapshot>['get'];

  constructor(calls: Calls, unsaved: UnsavedStore, home: Home, start: Fields | Post) {
    this.#calls = calls;
    this.#unsaved = unsaved;
    this.home = home;
    this.#post = 'id' in start ? start : null;
    this.#start = 'id' in start ? fieldsOf(start) : start;
    this.#takeUnsaved();
    this.#store = createStore(this.#draw());
    this.subscribe = this.#store.subscribe;
    this.snapshot = this.#store.get;
  }

  /** Whether somebody has edited it since it was opened, or wants it as it is. */
  get touched(): boolean {
    return this.#touched;
  }

  /** Asks the server what follows from what a new post begins with. Nothing is kept before somebody touches it. */
  async look(): Promise<void> {
    const asked = this.#start;
    try {
      const { post, checklist } = await this.#calls.preview(creationOf(this.home, contentOf(asked)));
      if (this.#post || this.#start !== asked) return;
      this.#start = { ...fieldsOf(post), time: asked.time };
      this.#checklist = checklist;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#problem = error;
    }
    this.#changed();
  }

  /** Keeps a new post as it is, although nobody has edited it; an empty one is not worth keeping. */
  want(): void {
    if (this.#post || this.#touched || !hasEdits(contentOf(this.#start))) return;
    this.change({});
  }

  change(edits: Edits, soon = true): void {
    const content = this.#post || this.#touched ? {} : contentOf(this.#start);
    this.#touched = true;
    this.#edits = { ...content, ...this.#edits, ...edits };
    this.#problem = null;
    this.#saveIn(soon ? 0 : pauseMs);
  }

  /** Saves pending edits. False if that failed; they are then kept on this device. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    if (this.#conflict) return false;
    if (!hasEdits(this.#edits)) return true;
    await this.#send();
    return this.#problem === null && this.#conflict === null;
  }

  /** Takes the post that the server returned for another action on it. */
  adopt(post: Post): void {
    this.#post = post;
    this.#edits = unsettled(this.#edits, this.#post);
    this.#changed();
  }

  /** Takes a newly fetched post, which another member may have changed. */
  receive(fresh: Post): void {
    if (this.#post === null || this.#running || JSON.stringify(fresh) === JSON.stringify(this.#post)) return;
    if (fresh.version < this.#post.version) return;
    // The same version, but its media may have become ready since.
    if (fresh.version === this.#post.version) this.#post = { ...fresh, notices: this.#post.notices };
    else if (this.#meets(fresh) && hasEdits(this.#edits)) this.#saveIn(0);
    this.#changed();
  }

  keepMine(): void {
    if (!this.#conflict) return;
    this.#post = this.#conflict.theirs;
    this.#conflict = null;
    this.#saveIn(0);
  }

  takeTheirs(): void {
    if (!this.#conflict) return;
    for (const field of this.#conflict.fields) delete this.#edits[field];
    this.keepMine();
  }

  /** Discards unsaved edits. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#edits = {};
    this.#unsaved.write(this.#key, null);
  }

  /** The window closes, so no further requests are started. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #saveIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#state = this.#running ? 'saving' : 'unsaved';
    this.#changed();
    if (!this.#conflict) this.#timer = setTimeout(() => void this.save(), ms);
  }

  async #send(): Promise<void> {
    this.#state = 'saving';
    this.#changed();
    this.#running = this.#request().finally(() => {
      this.#running = null;
    });
    await this.#running;
    this.#state = this.#problem || this.#conflict ? 'failed' : hasEdits(this.#edits) ? 'unsaved' : 'saved';
    this.#changed();
  }

  async #request(): Promise<void> {
    const sent = { ...this.#edits };
    try {
      this.#accept(sent, await this.#ask(sent));
      this.#problem = null;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const theirs = error.rule === 'post-changed' ? (error.members.post as Post | undefined) : undefined;
      // If no field was changed on both sides, the edits are sent again on top of the current post.
      if (theirs) return this.#meets(theirs) && hasEdits(this.#edits) ? this.#request() : undefined;
      this.#problem = error;
      if (error.status === 0 || error.status >= 500)
        this.#timer = setTimeout(() => void this.save(), retryMs);
    }
  }

  #ask(sent: Edits): Promise<Post> {
    if (this.#post) return this.#calls.save(this.#post.id, editOf(sent, this.#post.version));
    return this.#calls.create(creationOf(this.home, sent));
  }

  #accept(sent: Edits, answer: Post): void {
    const isNew = this.#post === null;
    if (isNew) this.#unsaved.write(this.#key, null);
    this.#post = answer;
    for (const field of order)
      if (field in sent && this.#edits[field] === sent[field] && (!isNew || isSettled(sent, answer, field)))
        delete this.#edits[field];
  }

  /** Moves our edits on top of the others' version. False if both changed the same fields: then somebody has to choose. */
  #meets(theirs: Post): boolean {
    const before = this.#post ? fieldsOf(this.#post) : this.#start;
    const clashes = clashesOf(this.#edits, before, theirs);
    this.#conflict = clashes.length > 0 ? { theirs, fields: clashes } : null;
    if (this.#conflict) return false;
    this.#news = theirs.changedBy?.name ?? null;
    this.#post = theirs;
    this.#edits = unsettled(this.#edits, theirs);
    return true;
  }

  /** Restores what an earlier visit could not save. */
  #takeUnsaved(): void {
    const unsaved = this.#unsaved.read(this.#key);
    if (!unsaved) return;
    this.#edits = this.#post ? unsettled(unsaved.edits, this.#post) : unsaved.edits;
    if (!hasEdits(this.#edits)) {
      this.#unsaved.write(this.#key, null);
      return;
    }
    this.#touched = true;
    if (this.#post && unsaved.version !== this.#post.version)
      this.#conflict = {
        theirs: this.#post,
        fields: order.filter((field) => field in this.#edits && field !== 'own'),
      };
    else this.#timer = setTimeout(() => void this.save(), 0);
    this.#state = 'unsaved';
  }

  get #key(): string {
    return this.#post?.id ?? `new-${this.home.profileId}`;
  }

  #draw(): DraftSnapshot {
    const base = this.#post ? fieldsOf(this.#post) : this.#start;
    return {
      post: this.#post,
      fields: { ...base, ...this.#edits },
      checklist: this.#post ? null : this.#checklist,
      state: this.#state,
      problem: this.#problem,
      conflict: this.#conflict,
      news: this.#news,
    };
  }

  #changed(): void {
    const unsaved = hasEdits(this.#edits)
      ? { version: this.#post?.version ?? null, edits: this.#edits }
      : null;
    this.#unsaved.write(this.#key, unsaved);
    this.#store.set(this.#draw());
  }
}
