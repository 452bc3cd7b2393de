// Runs the trials and prints the table. Called by ../trials.sh, which builds what this needs.

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chosenParts } from '../scripts/parts.mjs';
import { disk } from './disk.mjs';
import { kills } from './kills.mjs';
import { makeMedia } from './media.mjs';
import { postgres } from './postgres.mjs';
import { races } from './races/races.mjs';
import { signals } from './signals.mjs';
import { Postgres } from './store.mjs';
import { missed, print } from './table.mjs';
import { atExit } from './tools.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, postgres: { type: 'boolean', default: false } },
});
const chosen = [values.postgres];

/** What runs, how many rounds of it, and whether on PostgreSQL. */
const parts = {
  kills: { run: kills, rounds: 200, onPostgres: chosen },
  signals: { run: signals, rounds: 200, onPostgres: chosen },
  races: { run: races, rounds: 3, onPostgres: [false, true] },
  disk: { run: disk, rounds: 2, onPostgres: [false] },
  postgres: { run: postgres, rounds: 5, onPostgres: [true] },
};
const asked = chosenParts(parts, positionals);

const work = path.join(import.meta.dirname, '../artifacts/trials');
const files = path.join(work, `files-${process.pid}`);
atExit(() => fs.rmSync(files, { recursive: true, force: true }));
const media = makeMedia(files);
let database;

for (const [name, { run, rounds, onPostgres }] of asked) {
  for (const isOn of onPostgres) {
    console.error(`${name} on ${isOn ? 'PostgreSQL' : 'SQLite'} …`);
    if (isOn) database ??= new Postgres();
    try {
      await run({ work, media, rounds: Number(values.rounds ?? rounds), postgres: isOn ? database : undefined });
    } catch (error) {
      console.error(error);
      missed(name, `the trial broke off: ${error.message}`);
    }
  }
}
process.exit(print() ? 0 : 1);
