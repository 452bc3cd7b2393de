// The figures of the trials as rows, and whether their bars were met.

import { tableText } from '../bench/table.mjs';
import { Findings } from './findings.mjs';

const heads = ['what', 'rounds', 'acknowledged', 'lost', 'half-made', 'notes', 'met'];
const rows = [];

/** What one trial found; `findings` knows what was lost, half-made or otherwise wrong. */
export function report(what, { rounds, acknowledged, findings, notes = [] }) {
  Findings.open.delete(findings);
  const said = [...notes, ...findings.counts('wrong'), ...findings.counts('lost'), ...findings.counts('half-made')];
  const cells = [what, rounds, acknowledged, findings.total('lost'), findings.total('half-made'), said.join('; ')].map(String);
  rows.push([...cells, findings.total() === 0 ? 'yes' : 'NO']);
  console.error(`  ${cells.join(' | ')}`);
}

/** A trial that could not be made to its end is none that was passed. */
export function missed(what, why) {
  const open = [...Findings.open];
  const sum = (sort) => `${open.reduce((all, findings) => all + findings.total(sort), 0)}`;
  rows.push([what, '', '', sum('lost'), sum('half-made'), [why, ...open.flatMap((findings) => findings.counts())].join('; '), 'NO']);
  Findings.open.clear();
}

export function print() {
  console.log(tableText(heads, rows));
  return rows.length > 0 && rows.every((cells) => cells.at(-1) === 'yes');
}
