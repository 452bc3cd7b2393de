// What the first load of the library page sends, as the web app's own size check counts it.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { limit } from './table.mjs';

export function webSize() {
  const text = execFileSync('npm', ['run', '--silent', 'size'], { cwd: path.join(import.meta.dirname, '../web'), encoding: 'utf8' });
  const bytes = /(\d+) bytes gzip/.exec(text)?.[1];
  if (!bytes) throw new Error(`The size check of the web app says something else: ${text}`);
  limit('JavaScript of the library page, compressed', 'KB', Number(bytes) / 1000, 200);
}
