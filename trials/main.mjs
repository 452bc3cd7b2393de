// Runs the trials and prints the table. Called by ../trials.sh, which builds what this needs.

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { kills } from './kills.mjs';
import { makeMedia } from './media.mjs';
import { Postgres } from './store.mjs';
import { missed, print } from './table.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string' }, postgres: { type: 'boolean', default: false } } });
const chosen = [values.postgres];

/** What runs, how many rounds of it, and whether on PostgreSQL. */
const parts = {
  kills: { run: kills, rounds: 200, onPostgres: chosen },
};
const unknown = positionals.filter((name) => !parts[name]);
if (unknown.length > 0) throw new Error(`There is no ${unknown}. The parts are ${Object.keys(parts).join(', ')}.`);

const work = path.join(import.meta.dirname, '../artifacts/trials');
for (const old of fs.existsSync(work) ? fs.readdirSync(work) : []) fs.rmSync(path.join(work, old), { recursive: true });
const media = makeMedia(path.join(work, 'files'));
let postgres;

for (const [name, { run, rounds, onPostgres }] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  for (const isOn of onPostgres) {
    console.error(`${name} on ${isOn ? 'PostgreSQL' : 'SQLite'} …`);
    postgres ??= isOn ? new Postgres() : undefined;
    try {
      await run({ work, media, rounds: Number(values.rounds ?? rounds), postgres: isOn ? postgres : undefined });
    } catch (error) {
      console.error(error);
      missed(name, `the trial broke off: ${error.message}`);
    }
  }
}
process.exit(print() ? 0 : 1);
