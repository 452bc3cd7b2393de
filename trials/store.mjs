// The database beside the server, to compare what it holds with what the API shows and the folder has.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { atExit } from './tools.mjs';

const scripts = path.join(import.meta.dirname, '../scripts');
const run = (program, args, env) =>
  execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });

export class Sqlite {
  settings = {};

  constructor(data) {
    this.file = path.join(data, 'magpie.db');
  }

  rows(sql) {
    return JSON.parse(run('sqlite3', ['-cmd', '.timeout 20000', '-readonly', '-json', this.file, sql]) || '[]');
  }

  write(sql) {
    run('sqlite3', ['-cmd', '.timeout 20000', this.file, sql]);
  }

  /** Ids are bytes there, and moments milliseconds. */
  idText = (column) => `lower(hex(${column}))`;
  id = (plain) => `x'${plain}'`;
  moment = (date) => `${date.getTime()}`;

  /** `ok`, or what is damaged. */
  integrity() {
    return run('sqlite3', [this.file, 'PRAGMA integrity_check']).trim();
  }
}

/** A PostgreSQL of our own, with a database for each trial. */
export class Postgres {
  static #count = 0;

  constructor() {
    // Not below the repository: the server runs as another user than root and must be able to reach it.
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'magpie-trials-'));
    this.start();
    atExit(() => this.end());
  }

  start() {
    const line = run(path.join(scripts, 'pg-up.sh'), [this.folder]).trim().replace('PG_CONNECTION=', '');
    this.parts = Object.fromEntries(line.split(';').map((part) => part.split('=')));
  }

  /** Ends it as a crash does: nothing is written out and nobody is waited for. */
  crash() {
    process.kill(Number(fs.readFileSync(path.join(this.folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
  }

  get isRunning() {
    return fs.existsSync(path.join(this.folder, 'data/postmaster.pid'));
  }

  newDatabase() {
    const name = `trial_${++Postgres.#count}`;
    this.#psql(this.parts.Database, `create database ${name}`);
    return new PostgresDatabase({ ...this.parts, Database: name }, (sql) => this.#psql(name, sql));
  }

  end() {
    run(path.join(scripts, 'pg-down.sh'), [this.folder]);
    fs.rmSync(this.folder, { recursive: true });
  }

  #psql(database, sql) {
    const { Host, Port, Username, Password } = this.parts;
    return run('psql', ['-qAtX', '-v', 'ON_ERROR_STOP=1', '-h', Host, '-p', Port, '-U', Username, '-d', database, '-c', sql], {
      PGPASSWORD: Password,
    });
  }
}

class PostgresDatabase {
  constructor(parts, psql) {
    this.psql = psql;
    this.settings = {
      Magpie__Database__Postgres: Object.entries(parts)
        .map((part) => part.join('='))
        .join(';'),
    };
  }

  rows(sql) {
    return JSON.parse(this.psql(`select coalesce(json_agg(t), '[]') from (${sql}) t`));
  }

  write(sql) {
    this.psql(sql);
  }

  idText = (column) => `replace(${column}::text, '-', '')`;
  id = (plain) => `'${plain}'`;
  moment = (date) => `'${date.toISOString()}'`;

  /** Its own to check; that it starts again and answers is what the trial sees. */
  integrity() {
    return 'ok';
  }
}
