// What the clients were told is so. After each disaster the server must show nothing else.

import { oneOf } from './tools.mjs';

/** For what nobody was told of yet: whatever is shown is right. */
const anything = Symbol('anything');

/** One asset or post with the facts that are known of it. A change that was not answered leaves two values that may be. */
class Entry {
  isBusy = false;
  #facts = new Map();

  constructor(id, facts) {
    this.id = id;
    for (const [name, value] of Object.entries(facts)) this.#facts.set(name, [value]);
  }

  /** The value that is certain; undefined where it is not. */
  value(name) {
    const values = this.#facts.get(name) ?? [];
    return values.length === 1 ? values[0] : undefined;
  }

  /** Whether it may be shown as this. */
  allows(name, shown) {
    const values = this.#facts.get(name) ?? [anything];
    return values.includes(shown) || values.includes(anything);
  }

  /** To be called before the request leaves, and its answer when the outcome is there. */
  begin(changes) {
    const before = Object.keys(changes).map((name) => [name, this.#facts.get(name) ?? [anything]]);
    for (const [name, values] of before) this.#facts.set(name, [...values, changes[name]]);
    return (outcome) => {
      for (const [name, values] of outcome === 'unknown' ? [] : before) {
        this.#facts.set(name, outcome === 'done' ? [changes[name]] : values);
      }
    };
  }

  /** What is shown otherwise than it was acknowledged. From then on what is shown counts. */
  compare(show) {
    const differences = [];
    for (const [name, values] of this.#facts) {
      const shown = show(name);
      if (!this.allows(name, shown)) differences.push(`${name} is ${say(shown)} and was acknowledged as ${values.map(say).join(' or ')}`);
      this.#facts.set(name, [shown]);
    }
    return differences;
  }
}

const mostSent = 10_000;

const say = (value) => (value === undefined ? 'not there' : JSON.stringify(value));

export class Ledger {
  acknowledged = 0;
  assets = new Map();
  posts = new Map();

  /** Files on their way: `{id, path, file, offset}`, with the offset that was acknowledged last. */
  uploads = new Map();
  imports = new Map();

  /** Uploads that were ended by their client. */
  ended = new Set();

  #sent = new Map();

  /** What is on its way may arrive without an answer that says so; it is known by its hash then. Its bytes are not kept. */
  noteSent({ name, kind, bytes, sha256 }) {
    this.#sent.set(sha256, { name, kind, bytes, sha256 });
    for (const oldest of this.#sent.keys()) if (this.#sent.size > mostSent) this.#sent.delete(oldest);
  }

  sentAs(sha256) {
    return this.#sent.get(sha256);
  }

  addAsset(id, file, facts = {}) {
    const entry = new Entry(id, { place: 'library', sha256: file.sha256, bytes: file.bytes, ...facts });
    this.assets.set(
      id,
      Object.assign(entry, { kind: file.kind, format: file.name.split('.').at(-1).toLowerCase(), since: performance.now() }),
    );
    return entry;
  }

  addPost(id, version, facts) {
    const entry = Object.assign(new Entry(id, { place: 'here', ...facts }), { version });
    this.posts.set(id, entry);
    return entry;
  }

  /** Lends an entry that nobody works on, or nothing; what is worked on by one client is left alone by the others. */
  async with(entries, wanted, work) {
    const idle = [...entries.values()].filter((entry) => !entry.isBusy && wanted(entry));
    if (idle.length === 0) return;
    const entry = oneOf(idle);
    await this.holding([entry], () => work(entry));
  }

  async holding(entries, work) {
    for (const entry of entries) entry.isBusy = true;
    try {
      return await work();
    } finally {
      for (const entry of entries) entry.isBusy = false;
    }
  }
}
