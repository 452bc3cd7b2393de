// What the failed tests of an xUnit report say: failures.mjs NAME REPORT
// Printed at the very end of test.sh, where a log that is cut short still shows it.
import { readFileSync } from 'node:fs';

const [suite, report] = process.argv.slice(2);
const unescaped = (text) =>
  text.replaceAll('\\&quot;', '"').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const part = (test, tag) => test.match(new RegExp(`<${tag}><!\\[CDATA\\[(.*?)\\]\\]>`, 's'))?.[1].trim().split('\n') ?? [];

for (const test of readFileSync(report, 'utf8').match(/<test [^>]*result="Fail".*?<\/test>/gs) ?? []) {
  console.log(`failed on ${suite}: ${unescaped(test.match(/ name="([^"]*)"/)[1])}`);
  const ours = part(test, 'stack-trace').filter((line) => /Magpie\.Tests.*\.cs/.test(line));
  for (const line of [...part(test, 'message').slice(0, 8), ...ours.slice(0, 4), ...part(test, 'output').slice(0, 30)]) console.log(`    ${line.trim()}`);
}
