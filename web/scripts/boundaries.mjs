// Keeps the floors of the web app: app → features → core → ui, lib, api. A feature imports no other one.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = resolve(dirname(fileURLToPath(import.meta.url)), '../src');
const allowed = {
  first: ['first', 'features', 'core', 'ui', 'lib', 'api'],
  app: ['app', 'features', 'core', 'ui', 'lib', 'api'],
  features: ['core', 'ui', 'lib', 'api'],
  core: ['core', 'ui', 'lib', 'api'],
  ui: ['ui', 'lib'],
  lib: ['lib'],
  api: ['api', 'lib'],
};
const importOf = /(?:from\s+|import\s+|import\()\s*['"]([^'"]+)['"]/g;

// Dates are written in one place, which names the calendar; see src/lib/locale.ts.
const ownDates = /\bIntl\s*\.\s*DateTimeFormat\s*\(|\.toLocale(?:Date|Time)?String\b/;

const files = readdirSync(src, { recursive: true })
  .map(String)
  .filter((file) => /\.tsx?$/.test(file));

const faults = [];
for (const file of files) {
  const [layer, area] = file.split(sep);
  const rules = allowed[layer];
  if (!rules) continue;
  const text = readFileSync(join(src, file), 'utf8');
  if (file !== join('lib', 'locale.ts') && !file.endsWith('.test.ts')) {
    const format = text.split('\n').find((line) => ownDates.test(line));
    if (format) faults.push(`${file}: dates are formatted by lib/locale.ts alone: ${format.trim()}`);
  }
  for (const [, target] of text.matchAll(importOf)) {
    const path = target.startsWith('@/')
      ? target.slice(2)
      : target.startsWith('.')
        ? relative(src, resolve(src, dirname(file), target))
        : null;
    if (path === null) continue;
    // Tables that both sides are tested against lie with the tests of the server.
    if (file.endsWith('.test.ts') && path.startsWith(join('..', '..', 'server', 'Magpie.Tests'))) continue;
    const [toLayer, toArea] = path.split(/[\\/]/);
    if (layer === 'features' && toLayer === 'features' && toArea === area) continue;
    if (!rules.includes(toLayer)) faults.push(`${file}: ${layer} must not import ${path}`);
  }
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`Boundaries hold in ${files.length} files.`);
