// Keeps the look in one place: colours, font sizes, radii and layers are the tokens of app/tokens.css, and styles say where lines start and
// end instead of left and right, because Arabic runs the other way. An exception says so, on its line or the one above:
// `allow colour: why`. tokens.test.mjs shows what each rule refuses.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const tokens = 'app/tokens.css';
/** Mantine computes with its palettes, which it cannot do with tokens. */
const palettes = 'app/theme.ts';
const leastReason = 12;

/** Whether a value has numbers other than 0 besides tokens. */
const sized = (value) =>
  [...withoutTokens(value).matchAll(/(?<![\w-])\d*\.?\d+/g)].some(([found]) => Number(found) !== 0);
// Without `transparent` and `currentcolor`, which name no colour.
const named =
  'aqua|beige|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gr[ae]y|green|indigo|ivory|khaki|lavender|lime|magenta|maroon|' +
  'navy|olive|orange|orchid|pink|plum|purple|red|salmon|silver|tan|teal|tomato|turquoise|violet|wheat|white|yellow';
const colour = new RegExp(
  `#[\\da-f]{3,8}\\b|(?<![\\w-])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|light-dark)\\(|(?<![\\w-])(?:(?:dark|light|medium|pale|deep|hot)?(?:${named}))(?![\\w-])`,
  'i',
);

/** The rules for a declaration of CSS, each with its name and what to write instead. */
const rules = [
  {
    name: 'direction',
    advice: 'say where lines start or end: …-inline-start, …-inline-end, start, end',
    breaks: ({ property, value }) =>
      /^(?:scroll-)?(?:margin|padding)-(?:left|right)$|^border-(?:left|right)\b|^border-(?:top|bottom)-(?:left|right)-radius$|^(?:left|right)$/.test(
        property,
      ) ||
      (/^(?:text-align(?:-last)?|float|clear|caption-side)$/.test(property) &&
        /\b(?:left|right)\b/.test(value)) ||
      (/^(?:margin|padding|inset|scroll-(?:margin|padding)|border-(?:width|color|style))$/.test(property) &&
        isLopsided(value)) ||
      (property === 'border-radius' && isUneven(value)) ||
      (/^(?:transform|translate|animation-name)$/.test(property) && movesAcross(property, value)) ||
      // Icons are mirrored in one place: twice is not at all.
      (property === 'scale' && value.startsWith('-')) ||
      (property === 'transform' && /scale(?:X|3d)?\(\s*-/.test(value)),
  },
  {
    name: 'colour',
    advice: `name the colour in ${tokens}`,
    breaks: ({ property, value }) =>
      !/^(?:content|font-family|grid-.*|animation.*|will-change)$/.test(property) && colour.test(value),
  },
  {
    name: 'size',
    advice: 'take one of var(--text-…)',
    breaks: ({ property, value }) =>
      property === 'font-size'
        ? !/^(?:inherit|var\(--text-[\w-]+\))$/.test(value)
        : property === 'font' && value !== 'inherit',
  },
  {
    name: 'radius',
    advice: 'take one of var(--radius-…)',
    breaks: ({ property, value }) => /^border-(?:.*-)?radius$/.test(property) && sized(withoutSums(value)),
  },
  {
    name: 'layer',
    advice: 'take one of var(--layer-…)',
    breaks: ({ property, value }) =>
      property === 'z-index' && !/^(?:auto|inherit|var\(--layer-[\w-]+\))$/.test(value),
  },
];

/** In scripts, only what is certainly a style: names that nothing else has, and colours in quotes. */
const inScripts = [
  {
    name: 'direction',
    pattern:
      /\b(?:margin|padding|border)(?:Left|Right)\w*\b|\bborder(?:Top|Bottom)(?:Left|Right)Radius\b|\b(?:left|right):\s(?!number\b)|\s(?:m[lr]|p[lr]|left|right)=[{"]|\b(?:ta|textAlign|float)(?:=|:\s*)["'](?:left|right)/,
  },
  { name: 'colour', pattern: /["'`](?:#[\da-f]{3,8}\b|(?:rgba?|hsla?|oklch|light-dark)\()/i },
  { name: 'size', pattern: /\bfontSize:\s*["']?\d|\bfz=(?:["']\d|\{\d)/ },
  { name: 'radius', pattern: /\bborderRadius:\s*["']?[1-9]|\bradius=\{[^}]*[1-9]/ },
  { name: 'layer', pattern: /\bzIndex(?:=\{|:\s*)["']?-?\d/ },
];

/** Mantine gives the `dir` of a field to the frame around it, with its icons; what is typed would not follow its own script. */
const framed = /^( *)<(?:TextInput|Textarea|PasswordInput|Select)\b(?:\n\1 {2,}.*)*?\n\1 {2}dir=/gm;

/** The faults in the files of src, given as pairs of path and text. */
export function faultsIn(files) {
  return [...files].flatMap(([file, text]) => {
    if (file === tokens || file === palettes || /\.test\.tsx?$|schema\.d\.ts$/.test(file)) return [];
    return file.endsWith('.css') ? faultsOfStyles(file, text) : faultsOfScript(file, text);
  });
}

function faultsOfStyles(file, text) {
  const lines = text.split('\n');
  return declarationsIn(text).flatMap((one) =>
    rules
      .filter(({ breaks }) => breaks(one))
      .filter(({ name }) => !isAllowed(lines, one.line, name))
      .map(({ name, advice }) => `${file}:${one.line}: ${name}: ${one.property}: ${one.value}; ${advice}`),
  );
}

function faultsOfScript(file, text) {
  const lines = text.split('\n');
  const fields = [...text.matchAll(framed)].map(({ index, 0: found }) => {
    const line = text.slice(0, index + found.length).split('\n').length;
    return `${file}:${line}: direction: dir of a field; take ownDirection`;
  });
  return fields.concat(faultsOfLines(file, lines));
}

function faultsOfLines(file, lines) {
  return lines.flatMap((line, at) => {
    if (/^\s*(?:\/\/|\/?\*)/.test(line)) return [];
    return inScripts
      .filter(({ pattern, name }) => pattern.test(line) && !isAllowed(lines, at + 1, name))
      .map(({ name }) => `${file}:${at + 1}: ${name}: ${line.trim()}`);
  });
}

/** Every declaration with the line it begins in. Comments become spaces, so that the line numbers stay the same. */
function declarationsIn(text) {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...bare.matchAll(/(?<=[{};]\s*)(--[\w-]+|-?[a-z][\w-]*)\s*:\s*([^;{}]+)(?=[;}])/g)].map(
    (found) => ({
      property: found[1],
      value: found[2].trim().replace(/\s+/g, ' '),
      line: bare.slice(0, found.index).split('\n').length,
    }),
  );
}

function isAllowed(lines, line, name) {
  const reason = new RegExp(`allow ${name}: (.{${leastReason},})`);
  return [lines[line - 1], lines[line - 2]].some((one) => reason.test((one ?? '').replace(/\s*\*\/.*$/, '')));
}

/** Four values of which the second and the last, right and left, differ. */
function isLopsided(value) {
  const [, right, , left] = partsOf(value);
  return left !== undefined && left !== right;
}

/** Corners that differ have logical names: border-start-start-radius. */
function isUneven(value) {
  const parts = partsOf(value.split('/')[0]);
  return new Set(parts).size > 1;
}

/** A move along the line that ignores which way the line runs. Moving by half of itself is allowed, for centring. */
function movesAcross(property, value) {
  const moves =
    property === 'translate'
      ? [value]
      : [...value.matchAll(/translate(?:X|3d)?\(((?:[^()]|\([^()]*\))*)\)/g)].map(([, to]) => to);
  return moves.some((to) => {
    const [across] = partsOf(to.replace(/,/g, ' '));
    return across && !/^(?:0|none|-50%)$/.test(across) && !across.includes('--forward');
  });
}

function partsOf(value) {
  return value.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
}

function withoutTokens(value) {
  return value.replace(/var\(--[\w-]+\)/g, '');
}

/** A box around a token's radius may add some pixels to it. */
function withoutSums(value) {
  return value.replace(/calc\((?=[^()]*var\(--radius-)(?:[^()]|\([^()]*\))*\)/g, '');
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
  console.log(`Styles keep to the tokens in ${files.length} files.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) check();
