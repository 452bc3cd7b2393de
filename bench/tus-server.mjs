// The comparison for uploads: @tus/server with its file store.
//
//   tus-server.mjs FOLDER PORT plain     as its own documentation sets it up
//   tus-server.mjs FOLDER PORT durable   promises what Magpie promises: sha256 of what came, and the file's bytes and its folder
//                                        on the disk before a PATCH is answered
//   tus-server.mjs FOLDER PORT usable    durable, and before its last answer makes what Magpie makes of a picture (thumbnail and
//                                        preview, by sharp) and writes a row about it (by better-sqlite3)

import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';

const [directory, port, mode] = process.argv.slice(2);

class DurableStore extends FileStore {
  async write(readable, id, offset) {
    const hash = createHash('sha256');
    const hashing = new Transform({
      transform(chunk, _, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const end = await super.write(readable.pipe(hashing), id, offset);
    await flushed(path.join(directory, id), 'r+', (file) => file.datasync());
    await flushed(directory, 'r', (folder) => folder.sync());
    hash.digest('hex');
    return end;
  }
}

async function flushed(name, flags, flush) {
  const handle = await fs.open(name, flags);
  await flush(handle);
  await handle.close();
}

async function makingUsable() {
  const { default: Database } = await import('better-sqlite3');
  const { bySharp, prepareSharp } = await import('./sharp.mjs');
  prepareSharp();
  const renditions = path.join(directory, 'renditions');
  await fs.mkdir(renditions);
  const db = new Database(path.join(directory, 'assets.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec('CREATE TABLE assets (id TEXT PRIMARY KEY, name TEXT, bytes INTEGER, made_at INTEGER)');
  const insert = db.prepare('INSERT INTO assets VALUES (?, ?, ?, ?)');
  return async (_, upload) => {
    await bySharp(path.join(directory, upload.id), renditions);
    insert.run(upload.id, upload.metadata?.filename, upload.size, Date.now());
    return {};
  };
}

const datastore = mode === 'plain' ? new FileStore({ directory }) : new DurableStore({ directory });
const onUploadFinish = mode === 'usable' ? await makingUsable() : undefined;
new Server({ path: '/files', datastore, onUploadFinish }).listen({ host: '127.0.0.1', port: Number(port) }, () => console.log('listening'));
