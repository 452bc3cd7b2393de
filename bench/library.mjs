// Finding in libraries of 10,000 and 1,000,000 assets, on both databases: over HTTP, one request after the other, and in a browser.

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { browse } from './browser.mjs';
import { Client } from './client.mjs';
import { startMagpie } from './servers.mjs';
import { percentiles } from './table.mjs';
import { makeTemplates, uploadTemplates } from './templates.mjs';

const root = path.join(import.meta.dirname, '..');
const seeder = path.join(root, 'bench/Seed/bin/Release/net10.0/Magpie.Bench.Seed');
const requests = 1000;
const sizes = { '10 k': 10_000, '1 M': 1_000_000 };

/** p99 in milliseconds; SPEC section 12. */
const bars = { sqlite: 15, postgres: 20, search: 50, labelled: 40 };

/** Each is an address, or several that take turns; `search` has the bar of a search by name. */
const pages = {
  'first page': '',
  'only videos': 'kind=video',
  'only drafts': 'status=draft',
  'frequent label': 'label=product',
  'rare label': 'label=seasonal',
  'two labels': ['label=product&label=people', 'label=animals&label=sport 2024', 'label=夏 approved&label=office'],
  'label, status, kind': ['label=people&status=ready&kind=video', 'label=product&status=failed&kind=image'],
  'starred': 'starred=true',
  'starred, label': 'starred=true&label=travel',
  'used': 'usage=used',
  'used, label, video': 'usage=used&label=city 2022&kind=video',
  'unused': 'usage=unused',
  'made by AI': 'origin=ai',
  'AI, label, draft': 'origin=ai&label=food&status=draft',
  'TikTok': 'status=tiktok',
  'fits a reel': 'fits=instagram.reel',
  'month, skipping 500': (months) => [`month=${months.at(-2)}&skip=500`, `month=${months[Math.floor(months.length / 2)]}&skip=500`],
};
const searches = {
  'name: frequent part': ['q=img_', 'q=campaign'],
  'name: rare part': ['q=img_4711', 'q=zürich 17 square'],
  'name: nothing': 'q=no such name',
  'name: one letter': 'q=b',
  'name: two letters': ['q=be', 'q=qx'],
  'name: two signs of Chinese': ['q=海报', 'q=旗舰'],
  'name: emoji': 'q=🍕',
  'name: % and _': ['q=100%', 'q=__'],
  'name and frequent label': ['q=berlin&label=product', 'q=img_4711&label=product'],
  'name and rare label': 'q=img&label=seasonal',
  'name, status, kind': 'q=final&status=draft&kind=video',
};
const summaries = {
  'summary': { query: '' },
  'summary, label that a tenth has': { query: 'label=product', below: bars.labelled },
  'summary, label': { query: 'label=animals', below: bars.labelled },
  'summary, name': { query: 'q=zürich 17' },
};

export async function library(folder, { sets = ['sqlite', 'postgres'] } = {}) {
  const files = makeTemplates(path.join(folder, 'library-files'));
  const postgres = sets.includes('postgres') ? startPostgres(path.join(folder, 'library-postgres')) : undefined;
  try {
    for (const database of sets) {
      const base = path.join(folder, `library-${database}`);
      const at = (data, name) => ({ data, settings: database === 'postgres' ? { Magpie__Database__Postgres: postgres.connection(name) } : {} });
      const empty = at(base, database === 'postgres' ? postgres.create('base') : undefined);
      const server = await (await startMagpie(empty.data, empty.settings)).signIn();
      await uploadTemplates(server, files);
      await server.stop();

      let smaller = {};
      for (const [name, count] of Object.entries(sizes)) {
        const set = database === 'postgres' ? at(base, postgres.create(`seeded_${count}`, 'base')) : at(copy(base, `${base}-${count}`));
        seed(database === 'postgres' ? set.settings.Magpie__Database__Postgres : set.data, count);
        smaller = await measure(`${database === 'postgres' ? 'PostgreSQL' : 'SQLite'}, ${name}`, set, server.headers, bars[database], smaller);
        if (database === 'sqlite') await inBrowser(`SQLite, ${name}`, set);
        if (set.data !== base) fs.rmSync(set.data, { recursive: true });
      }
    }
  } finally {
    postgres?.stop();
  }
}

async function inBrowser(title, { data, settings }) {
  const server = await startMagpie(data, settings);
  try {
    await browse(title, server);
  } finally {
    await server.stop();
  }
}

export function seed(place, count) {
  const { status } = spawnSync(seeder, [place, `${count}`], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`The seeding ended with ${status}.`);
}

function copy(from, to) {
  fs.cpSync(from, to, { recursive: true });
  return to;
}

/** Measures one set; answers the p99 of each request, and how many assets it shows. `smaller`: those of the smaller set. */
export async function measure(title, { data, settings }, headers, bar, smaller = {}) {
  const server = await startMagpie(data, settings);
  const client = await Client.connect(server.url, headers);
  const figures = {};
  const row = async (what, addresses, below) => {
    const took = [];
    const asked = [addresses].flat().map((one) => encodeURI(one));
    for (let request = 0; request < requests + 20; request++) {
      const milliseconds = await client.time(asked[request % asked.length]);
      if (request >= 20) took.push(milliseconds);
    }
    const answers = await Promise.all(asked.map((one) => client.read(one)));
    const shown = Math.max(...answers.map(({ items }) => items?.length ?? 0));
    figures[what] = { shown, p99: percentiles(`${title}: ${what}`, took, below, { smaller: below === bar ? beside(smaller, what, shown) : undefined }) };
  };
  try {
    // What a server that has just started compiles on the way is no part of finding.
    for (let request = 0; request < 400; request++) await client.time(`/api/assets?limit=60&${['', 'q=berlin', 'label=product', 'kind=video&status=ready'][request % 4]}`);
    const { byMonth } = await client.read('/api/assets/summary');
    const months = byMonth.map(({ month }) => month);
    for (const [what, query] of Object.entries(pages)) {
      await row(what, [typeof query === 'function' ? query(months) : query].flat().map((one) => `/api/assets?${one}`), bar);
    }
    await row('page 500', `/api/assets?cursor=${await cursorOfPage(client, Math.min(500, Math.floor(byMonth.reduce((sum, { count }) => sum + count, 0) / 60)))}`, bar);
    for (const [what, query] of Object.entries(searches)) await row(what, [query].flat().map((one) => `/api/assets?${one}`), bars.search);
    for (const [what, { query, below }] of Object.entries(summaries)) await row(what, `/api/assets/summary?${query}`, below);
  } finally {
    client.close();
    await server.stop();
  }
  return figures;
}

async function cursorOfPage(client, page) {
  let cursor;
  for (let at = 1; at < page; at++) ({ nextCursor: cursor } = await client.read(`/api/assets?${cursor ? `cursor=${cursor}` : ''}`));
  return cursor;
}

/** The p99 in the smaller set, of a page with as many assets: where the same request finds fewer there, that of its first page at least. */
function beside(smaller, what, shown) {
  const same = smaller[what];
  return same && (same.shown < shown ? Math.max(same.p99, smaller['first page'].p99) : same.p99);
}

/** A PostgreSQL server of the bench's own. */
function startPostgres(folder) {
  const line = execFileSync(path.join(root, 'scripts/pg-up.sh'), [folder], { encoding: 'utf8' });
  const server = line.trim().slice('PG_CONNECTION='.length);
  const value = (key) => new RegExp(`${key}=([^;]*)`).exec(server)[1];
  const psql = (sql) => execFileSync('psql', ['-qX', '-h', value('Host'), '-p', value('Port'), '-U', value('Username'), '-d', value('Database'), '-c', sql], { env: { ...process.env, PGPASSWORD: value('Password') } });
  return {
    connection: (name) => server.replace(/Database=[^;]*/, `Database=${name}`),
    create: (name, template) => {
      psql(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`);
      return name;
    },
    stop: () => {
      execFileSync(path.join(root, 'scripts/pg-down.sh'), [folder]);
      fs.rmSync(folder, { recursive: true });
    },
  };
}
