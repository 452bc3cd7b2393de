// Files that the server fetches by itself, from a server of ours that takes its time.

import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import { chance, pause } from '../tools.mjs';

const mostFiles = 60;

/** Serves files by https until it is closed; `settings` have Magpie fetch from it. */
export async function startSource(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => path.join(folder, name));
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '30',
      '-subj',
      '/CN=source',
      '-addext',
      'subjectAltName=IP:127.0.0.1',
      '-keyout',
      key,
      '-out',
      certificate,
    ],
    { stdio: 'ignore' },
  );
  const files = new Map();
  let number = 0;
  const server = https.createServer({ key: fs.readFileSync(key), cert: fs.readFileSync(certificate) }, (request, response) =>
    answer(files.get(request.url), response),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  return {
    settings: {
      Magpie__Imports__AllowedNetworks__0: '127.0.0.1',
      Magpie__Imports__AdditionalPorts__0: `${port}`,
      Magpie__Imports__CertificateAuthorityFile: certificate,
    },
    /** The address of a file from now on. */
    serve(file) {
      const name = `/${++number}.${file.name.split('.').at(-1)}`;
      files.set(name, file);
      // Far more than are fetched, or wait, at once.
      for (const oldest of files.keys()) if (files.size > mostFiles) files.delete(oldest);
      return `https://127.0.0.1:${port}${name}`;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(file, response) {
  response.on('error', () => {});
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': file.bytes });
  for (const piece of file.pieces) {
    response.write(piece);
    if (chance(0.5)) await pause(50);
  }
  response.end();
}

export async function fetchByAddress(world) {
  if (world.backlog > world.mostBacklog || world.ledger.imports.size > 10) return pause(200);
  const file = world.nextFile();
  world.ledger.noteSent(file);
  const answered = await world.api.ask('POST', '/api/imports', { url: world.source.serve(file) });
  if (answered.status === 202) {
    world.ledger.acknowledged++;
    world.ledger.imports.set(answered.body.id, { id: answered.body.id, file });
  }
  await pause(100);
}
