// What a trial found that should not be: told at once, kept in a file, counted by kind for the table.

import fs from 'node:fs';
import path from 'node:path';

const toldOfEach = 3;

export class Findings {
  #file;
  #kinds = new Map();
  moment = 'before the first round';

  /** Of trials that have not reported yet, for when one breaks off. */
  static open = new Set();

  constructor(folder, name) {
    Findings.open.add(this);
    fs.mkdirSync(folder, { recursive: true });
    this.#file = path.join(folder, `${name}.findings.txt`);
    fs.writeFileSync(this.#file, '');
  }

  /** Something that was acknowledged is not there, or not as it was acknowledged. */
  lost(kind, text) {
    this.#add('lost', kind, text);
  }

  /** Something is shown that is not whole. */
  halfMade(kind, text) {
    this.#add('half-made', kind, text);
  }

  /** Anything else that a bar forbids. */
  wrong(kind, text) {
    this.#add('wrong', kind, text);
  }

  total(sort) {
    return [...this.#kinds.values()].filter((one) => !sort || one.sort === sort).reduce((sum, one) => sum + one.count, 0);
  }

  counts(sort) {
    return [...this.#kinds].filter(([, one]) => !sort || one.sort === sort).map(([kind, one]) => `${kind}: ${one.count}`);
  }

  #add(sort, kind, text) {
    const known = this.#kinds.get(kind) ?? { sort, count: 0 };
    this.#kinds.set(kind, { sort, count: known.count + 1 });
    const line = `${this.moment}: ${sort}: ${kind}: ${text}`;
    fs.appendFileSync(this.#file, `${line}\n`);
    if (known.count < toldOfEach) console.error(`  ! ${line}`);
  }
}
