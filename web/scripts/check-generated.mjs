// The client's types come from openapi.json; this fails if one was changed without the other.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'magpie-schema-'));
const fresh = join(folder, 'schema.d.ts');
try {
  execFileSync('npx', ['openapi-typescript', '../openapi.json', '-o', fresh], { stdio: 'ignore' });
  if (readFileSync(fresh, 'utf8') !== readFileSync('src/api/schema.d.ts', 'utf8')) {
    console.error('src/api/schema.d.ts does not match openapi.json. Run npm run generate and commit it.');
    process.exit(1);
  }
  console.log('The generated client matches openapi.json.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
