// The figures of SPEC section 12 as rows: what, ours, theirs, the ratio, the bar, met or not.

const rows = [];

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** A figure beside the same figure of somebody else; `atLeast` is the bar for ours divided by theirs. */
export function compare(what, unit, ours, theirs, atLeast) {
  const ratio = ours / theirs;
  row(what, `${round(ours)} ${unit}`, `${round(theirs)} ${unit}`, ratio.toFixed(2), `>= ${atLeast.toFixed(1)} x`, ratio >= atLeast);
}

/** A figure of our own with an upper bar. */
export function limit(what, unit, ours, below) {
  row(what, `${round(ours)} ${unit}`, '', '', `< ${below} ${unit}`, ours < below);
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
  const lines = [heads, ...rows.map((cells) => [...cells.slice(0, 5), cells[5] ? 'yes' : 'NO'])];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`);
  text.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  console.log(text.join('\n'));
  return rows.every((cells) => cells[5]);
}
