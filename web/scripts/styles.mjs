// Mantine's styles are imported by component. This compares them with the classes in the built scripts: each that has styles must be
// imported, in Mantine's order, and no import may be unused.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(web, 'node_modules/@mantine/core');
const read = (file) => readFileSync(file, 'utf8');
const classesIn = (text) => new Set(text.match(/\bm_[0-9a-f]{6,8}\b/g));

const whole = read(join(folder, 'styles.css'));
const assets = readdirSync(join(web, 'dist/assets'));
const used = classesIn(
  assets
    .filter((file) => file.endsWith('.js'))
    .map((file) => read(join(web, 'dist/assets', file)))
    .join('\n'),
);
const taken = [
  ...read(join(web, 'src/app/mantine.css')).matchAll(/@import "@mantine\/core\/styles\/(\w[\w-]*)\.css"/g),
].map(([, name]) => name);

const faults = [];
let last = -1;
for (const name of taken) {
  const text = read(join(folder, 'styles', `${name}.css`)).trim();
  const at = whole.indexOf(text);
  if (at < last) faults.push(`${name} stands too late.`);
  last = at;
  const classes = [...classesIn(text)];
  if (classes.length > 0 && !classes.some((one) => used.has(one))) faults.push(`${name} is used by nothing.`);
}
for (const file of readdirSync(join(folder, 'styles'))) {
  const name = file.replace(/\.css$/, '');
  if (name.endsWith('.layer') || taken.includes(name)) continue;
  const [missing] = [...classesIn(read(join(folder, 'styles', file)))].filter((one) => used.has(one));
  if (missing) faults.push(`${name} is used, and its styles are missing.`);
}
if (faults.length > 0) {
  console.error(['src/app/mantine.css:', ...faults].join('\n'));
  process.exit(1);
}
console.log(`Styles of ${taken.length} parts of Mantine, as they are used.`);
