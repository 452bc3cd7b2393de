// Keeps the structure of src: the floors, features that don't know each other, folders without circular imports, the length of lines, and
// one place that formats dates. boundaries.test.mjs has a file for each rule that breaks it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What each floor may import. A feature may also import its own files. */
const floors = {
  first: ['first', 'features', 'core', 'ui', 'lib', 'api'],
  app: ['app', 'features', 'core', 'ui', 'lib', 'api'],
  features: ['core', 'ui', 'lib', 'api'],
  core: ['core', 'ui', 'lib', 'api'],
  ui: ['ui', 'lib'],
  api: ['api', 'lib'],
  lib: ['lib'],
  // What tests of pages build on. Only tests import it, so no floor is below it or above it.
  testing: ['testing', 'app', 'core', 'ui', 'lib', 'api'],
};
const isTest = (file) => /\.test\.tsx?$/.test(file);
const longestLine = 140;
const generated = 'api/schema.d.ts';
const importOf = /(?:from\s+|import\s+|import\()\s*['"]([^'"]+)['"]/g;

// The locale may use another calendar than the data; see src/lib/locale.ts.
const ownDates = /\bIntl\s*\.\s*DateTimeFormat\s*\(|\.toLocale(?:Date|Time)?String\b/;

/** The faults in the files of src, given as pairs of path and text. */
export function faultsIn(files) {
  const texts = [...files].filter(([file]) => file !== generated);
  const imports = texts.filter(([file]) => /\.tsx?$/.test(file)).flatMap(importsOf);
  return [
    ...imports.flatMap(brokenFloor),
    ...circles(imports),
    ...texts.flatMap(longLines),
    ...texts.flatMap(foreignDates),
  ];
}

/** Both ends as paths below src; packages are left out. */
function importsOf([file, text]) {
  return [...text.matchAll(importOf)].flatMap(([, target]) => {
    if (target.startsWith('@/')) return [{ file, to: target.slice(2) }];
    return target.startsWith('.') ? [{ file, to: posix.join(posix.dirname(file), target) }] : [];
  });
}

function brokenFloor({ file, to }) {
  // Tables that both sides are tested against are with the server's tests.
  if (isTest(file) && to.startsWith('../../server/Magpie.Tests')) return [];
  const [floor, area] = file.split('/');
  const [toFloor, toArea] = to.split('/');
  if (floor === 'testing' && to === '../../openapi.json') return [];
  if (toFloor === 'testing' && floor !== 'testing')
    return isTest(file) ? [] : [`${file}: only tests import ${to}`];
  const stays = floor === 'features' && toFloor === 'features' && area === toArea;
  if (!(floor in floors) || stays || floors[floor].includes(toFloor)) return [];
  return [`${file}: ${floor} must not import ${to}`];
}

/**
 * Folders that import each other, at every level. A folder's own files count as one more of its subfolders: either the others build on
 * them, or they build on the others.
 */
function circles(imports) {
  const levels = new Map();
  for (const { file, to } of imports) {
    // Tests of every floor import it, and it imports the floors.
    if (to.startsWith('testing/')) continue;
    const from = file.split('/');
    const other = to.split('/');
    let depth = 0;
    while (depth < from.length - 1 && depth < other.length - 1 && from[depth] === other[depth]) depth += 1;
    const name = (path) => (path.length - 1 > depth ? path[depth] : '.');
    if (name(from) === name(other)) continue;
    const folder = from.slice(0, depth).join('/') || 'src';
    const edges = levels.get(folder) ?? new Map();
    levels.set(folder, edges);
    const targets = edges.get(name(from)) ?? new Map();
    edges.set(name(from), targets);
    if (!targets.has(name(other))) targets.set(name(other), `${file} imports ${to}`);
  }
  return [...levels].flatMap(([folder, edges]) =>
    [...edges].flatMap(([from, targets]) =>
      [...targets]
        .filter(([to]) => reaches(edges, to, from))
        .map(([to, example]) => `${folder}: ${from} and ${to} need each other: ${example}`),
    ),
  );
}

function reaches(edges, from, goal) {
  const seen = new Set([from]);
  for (const one of seen) for (const next of edges.get(one)?.keys() ?? []) seen.add(next);
  return seen.has(goal);
}

function longLines([file, text]) {
  return text
    .split('\n')
    .flatMap((line, at) =>
      line.length > longestLine
        ? [`${file}:${at + 1}: ${line.length} columns; at most ${longestLine} may be`]
        : [],
    );
}

function foreignDates([file, text]) {
  if (file === 'lib/locale.ts' || isTest(file)) return [];
  const line = text.split('\n').find((one) => ownDates.test(one));
  return line ? [`${file}: dates are formatted by lib/locale.ts alone: ${line.trim()}`] : [];
}

function check() {
  const src = resolve(dirname(fileURLToPath(import.meta.url)), '../src');
  const names = readdirSync(src, { recursive: true }).map(String);
  const files = names
    .filter((file) => /\.(tsx?|css)$/.test(file))
    .map((file) => [file.split(sep).join('/'), readFileSync(join(src, file), 'utf8')]);
  const faults = faultsIn(files);
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  console.log(`Boundaries hold in ${files.length} files.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) check();
