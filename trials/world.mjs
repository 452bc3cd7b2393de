// One server, the clients' ledger of it, and the places where the trial writes down what it finds.

import fs from 'node:fs';
import path from 'node:path';
import { Findings } from './findings.mjs';
import { Ledger } from './ledger.mjs';
import { startSource } from './load/importing.mjs';
import { Server } from './server.mjs';
import { Sqlite } from './store.mjs';
import { oneOf } from './tools.mjs';

/** @param postgres where the rows shall lie; SQLite where there is none */
export async function makeWorld({ work, media, postgres }, name, { settings = {}, spawning, data, files } = {}) {
  const folder = path.join(work, name);
  if (!data) fs.rmSync(folder, { recursive: true, force: true });
  const source = await startSource(path.join(folder, 'source'));
  const server = new Server(folder, { data, spawning });
  const store = postgres ? postgres.newDatabase() : new Sqlite(server.data);
  server.settings = { ...store.settings, ...source.settings, ...settings };
  await server.start();
  await server.setUp();
  const { id: profile } = await server.api.must('POST', '/api/profiles', { network: 'mastodon', handle: 'trial' });
  return {
    name,
    folder,
    server,
    store,
    source,
    media,
    profile,
    api: server.api,
    findings: new Findings(work, name),
    ledger: new Ledger(),
    /** Bytes that were read and found whole: ids of originals, addresses of renditions. */
    seen: new Set(),
    /** How often which status refused something. */
    refusals: new Map(),
    backlog: 0,
    mostBacklog: 30,
    mostAssets: 150,
    nextFile: files ?? (() => oneOf([media.picture, media.picture, media.small, media.small, media.video])()),
  };
}

export const onDatabase = (postgres) => (postgres ? 'PostgreSQL' : 'SQLite');
