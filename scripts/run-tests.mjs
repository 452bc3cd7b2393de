// Runs the .NET tests: run-tests.mjs RESULTS RUNNER ARGUMENT…
// Leaves RESULTS.xml, the report, and for test.sh: RESULTS.counts ("passed failed skipped"), and what RESULTS.failed and
// RESULTS.unsteady say at its very end, where a log that is cut short still shows it.
// A test of the browser that fails is run once more. If it then passes it counts as passed, and is listed as unsteady.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const [results, runner, ...rest] = process.argv.slice(2);
const suite = basename(results);
const mayBeRepeated = (test) => test.type.startsWith('Magpie.Tests.Browser.');

/** Its exit code and its report; null where it ended without one. */
function run(report, filters) {
  rmSync(report, { force: true });
  const { status } = spawnSync(runner, ['-noLogo', '-noColor', '-xml', report, ...filters], { stdio: 'inherit' });
  return { status: status ?? 1, report: existsSync(report) ? read(readFileSync(report, 'utf8')) : null };
}

function read(xml) {
  // Messages and output may look like anything, markup too; without them the report is what it seems.
  const texts = [];
  const plain = xml.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, text) => `\0${texts.push(text) - 1}\0`);
  const part = (body, tag) =>
    (body.match(new RegExp(`<${tag}>(.*?)</${tag}>`, 's'))?.[1] ?? '').replace(/\0(\d+)\0/g, (_, at) => texts[at]).trim().split('\n');
  const all = (tag) =>
    [...plain.matchAll(new RegExp(`<${tag} (.*?)(?:/>|>(.*?)</${tag}>)`, 'gs'))].map(([, head, body = '']) => ({
      ...attributes(head),
      message: part(body, 'message'),
      stack: part(body, 'stack-trace'),
      output: part(body, 'output'),
    }));
  const assemblies = [...plain.matchAll(/<assembly (.*?)\/?>/gs)].map(([, head]) => attributes(head));
  const sum = (name) => assemblies.reduce((total, assembly) => total + Number(assembly[name]), 0);
  // Errors are failures outside a test, such as a fixture that did not clean up.
  const errors = all('error').map((error) => ({ ...error, name: `${error.type} ${error.name ?? ''}`.trim() }));
  return { tests: all('test'), errors, passed: sum('passed'), failed: sum('failed') + sum('errors'), skipped: sum('skipped') };
}

function attributes(head) {
  const plain = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' };
  const unescaped = (text) =>
    text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, number, name) =>
      name ? plain[name] : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(number)));
  return Object.fromEntries([...head.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescaped(value)]));
}

const isFailed = (test) => test.result === 'Fail';

/** What failed in one of two runs only: rows of a theory may have one name, and then all of them must pass. */
function unsteadyOf(first, again) {
  const passes = (name, tests) => {
    const rows = tests.filter((test) => test.name === name);
    return rows.length > 0 && rows.every((test) => test.result === 'Pass');
  };
  return [
    ...first.filter((test) => isFailed(test) && passes(test.name, again)),
    ...again.filter((test) => isFailed(test) && passes(test.name, first)),
  ];
}

function describe(what, tests) {
  const lines = tests.flatMap((test) => [
    `${what} on ${suite}: ${test.name.replaceAll('\\"', '"').replaceAll('\n', ' ')}`,
    ...[...test.message.slice(0, 8), ...test.stack.filter((line) => /Magpie\.Tests.*\.cs/.test(line)).slice(0, 4), ...test.output.slice(0, 30)]
      .filter(Boolean).map((line) => `    ${line.trim()}`),
  ]);
  writeFileSync(`${results}.${what}`, lines.map((line) => `${line}\n`).join(''));
}

const { status, report } = run(`${results}.xml`, rest);
if (report === null) process.exit(status || 1);

const repeated = report.tests.filter((test) => isFailed(test) && mayBeRepeated(test));
const methods = [...new Set(repeated.map(({ type, method }) => `${type}.${method}`))];
if (methods.length > 0) console.log(`   once more: ${methods.join(', ')}`);
const again = methods.length > 0 ? run(`${results}.again.xml`, methods.flatMap((method) => ['-method', method])) : null;
// What a runner reports that then crashes proves nothing.
const unsteady = unsteadyOf(report.tests, again !== null && again.status <= 1 ? (again.report?.tests ?? []) : []);
const excused = report.tests.filter((test) => unsteady.includes(test)).length;
const failed = report.failed - excused;

writeFileSync(`${results}.counts`, `${report.passed + excused} ${failed} ${report.skipped}\n`);
describe('failed', [...report.tests.filter((test) => isFailed(test) && !unsteady.includes(test)), ...report.errors]);
describe('unsteady', unsteady);
// The runner answers 1 where tests failed. Everything else is a failure of its own.
process.exit(status === 1 && excused > 0 && failed === 0 ? 0 : status);
