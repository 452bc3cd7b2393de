// Rows against files, both ways, and the sums that are kept against what they are the sums of.

import fs from 'node:fs';
import path from 'node:path';

/** Files that no row owns, and rows whose file is missing or of another size. For a server that is stopped or at rest. */
export function auditFiles(store, data) {
  const files = new Map(filesBelow(path.join(data, 'blobs')));
  const owned = new Map();
  for (const { key, bytes } of store.rows(`
    select "OriginalKey" as key, "Bytes" as bytes from "Assets"
    union all select "BlobKey", "Bytes" from "Renditions"
    union all select "BlobKey", "Bytes" from "PublishFiles"`))
    owned.set(key, bytes);

  // What gathers bytes is known by the id of its upload, or import, with which its name begins.
  const open = new Set(
    store
      .rows(`
    select ${store.idText('"Id"')} as id from "Uploads" where "State" = 'Receiving'
    union all select ${store.idText('"Id"')} from "Imports" where "EndedAt" is null`)
      .map(({ id }) => id),
  );
  // Renditions of what is still processed are nobody's yet, and will be when it is.
  const processing = new Set(
    store.rows(`select ${store.idText('"Id"')} as id from "Assets" where "Status" = 'Processing'`).map(({ id }) => id),
  );
  const promised = store.rows('select "Key" as key from "BlobRemovals"').map(({ key }) => key);
  const ownerless = [...files.keys()].filter(
    (key) =>
      !owned.has(key) &&
      !(key.startsWith('originals/') && open.has(key.split('/')[2].slice(0, 32))) &&
      !(key.startsWith('renditions/') && processing.has(key.split('/')[2])) &&
      !promised.some((one) => (one.endsWith('/') ? key.startsWith(one) : key === one)),
  );
  // Of what may be taken away at any time and is made again for whoever asks, only the size must be right.
  const broken = [...owned]
    .filter(([key, bytes]) => files.get(key) !== bytes && (files.has(key) || !isRemade(key)))
    .map(([key, bytes]) => `${key}: ${files.get(key) ?? 'no file'} of ${bytes} bytes`);
  return { ownerless, ownerlessBytes: ownerless.reduce((sum, key) => sum + files.get(key), 0), promised: promised.length, broken };
}

/** What the workspace says that it keeps and has promised, and what its assets, uploads and imports add up to. */
export function auditStorage(store) {
  const [sums] = store.rows(`
    select
      (select sum("StorageBytes") from "Workspaces") as storage,
      (select coalesce(sum("Bytes"), 0) from "Assets" where "TrashedAt" is null) as assets,
      (select sum("ReservedBytes") from "Workspaces") as reserved,
      (select coalesce(sum("Length"), 0) from "Uploads" where "State" = 'Receiving')
        + (select coalesce(sum("ReservedBytes"), 0) from "Imports" where "EndedAt" is null) as open`);
  return { ...sums, isExact: sums.storage === sums.assets && sums.reserved === sums.open };
}

export const countByStatus = (store) =>
  Object.fromEntries(
    store
      .rows(
        `select case when "TrashedAt" is null then lower("Status") else 'in trash' end as status, count(*) as count from "Assets" group by 1 order by 1`,
      )
      .map(({ status, count }) => [status, count]),
  );

/** Names and sizes. The server may be at work in there: what goes meanwhile is not there. */
function* filesBelow(folder, under = '') {
  for (const entry of readFolder(folder)) {
    const [name, key] = [path.join(folder, entry.name), path.join(under, entry.name)];
    if (entry.isDirectory()) yield* filesBelow(name, key);
    const size = entry.isFile() && fs.statSync(name, { throwIfNoEntry: false })?.size;
    if (typeof size === 'number') yield [key, size];
  }
}

function readFolder(folder) {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return [];
  }
}

const isRemade = (key) => key.startsWith('renditions/') && path.basename(key).startsWith('publish-');
