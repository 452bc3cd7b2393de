// The figures of SPEC section 12 as rows: what, ours, theirs, the ratio, the bar, met or not.

const rows = [];

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** A figure beside the same figure of somebody else; `atLeast` is the bar for ours divided by theirs, where there is one. */
export function compare(what, unit, ours, theirs, atLeast) {
  const ratio = ours / theirs;
  row(what, `${round(ours)} ${unit}`, `${round(theirs)} ${unit}`, ratio.toFixed(2), atLeast ? `>= ${atLeast.toFixed(1)} x` : '', !(ratio < atLeast));
}

/** A figure of our own, with an upper bar or without; beside it that of somebody else, where there is one. */
export function limit(what, unit, ours, below, theirs) {
  const beside = theirs === undefined ? '' : `${round(theirs)} ${unit}`;
  row(what, `${round(ours)} ${unit}`, beside, '', below ? `< ${below} ${unit}` : '', !(ours >= below));
}

/**
 * How long requests took, in milliseconds. `below` is the bar for the 99th percentile, `p50` one for the median, and
 * `smaller` the 99th percentile in a small library, of which it may be at most the double. All may be left out. Answers that percentile.
 */
export function percentiles(what, took, below, { smaller, p50 } = {}) {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
  const p99 = at(0.99);
  const ratio = smaller && p99 / smaller;
  const bar = [p50 && `p50 < ${p50}`, below && `${p50 ? 'p99 ' : ''}< ${below} ms`, below && ratio && '<= 2.0 x'].filter(Boolean).join(', ');
  const met = !below || (p99 < below && !(ratio > 2) && !(at(0.5) >= p50));
  row(what, `p50 ${round(at(0.5))}, p99 ${round(p99)} ms`, smaller ? `p99 ${round(smaller)} ms` : '', ratio ? ratio.toFixed(2) : '', bar, met);
  return p99;
}

function row(...cells) {
  rows.push(cells);
  console.error(`  ${cells.slice(0, 3).filter(Boolean).join(' | ')}`);
}

function round(number) {
  return number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toFixed(2);
}

export function print() {
  const heads = ['what', 'Magpie', 'comparison', 'ratio', 'bar', 'met'];
  console.log(tableText(heads, rows.map((cells) => [...cells.slice(0, 5), cells[5] ? 'yes' : 'NO'])));
  return rows.every((cells) => cells[5]);
}

/** A table as Markdown has it, which a terminal can read as well. */
export function tableText(heads, rows) {
  const lines = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`);
  text.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return text.join('\n');
}
