// Finds text that people would see in English whatever they speak: it has no macro of Lingui around it. The folders and
// files that are done stand in translated.json. What is no language (a name, a sample) says so beside it: `untranslated: it is a name`.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { sources } from './catalogs.mjs';

const macros = /^(Trans|Plural|Select(Ordinal)?|t|msg|plural|select(Ordinal)?)$/;
/** Props with visible text, of elements and of objects that become elements. */
const spoken =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|label|placeholder|alt|description|error|message|heading|confirm|children)$|(Label|Text|Title|Message)$/;
const technical = /^(className|style|key|id|d|viewBox|sizes|accept|allow|rel|role|href|to|name)$/;
const joins = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
]);
const letters = /\p{L}/u;
const sentence = /^\P{L}*\p{Lu}[\s\S]*\p{L}[\s\S]*\s[\s\S]*\p{L}/u;

/** What is not translated in a file of src. */
export function faultsIn(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const lines = text.split('\n');
  const faults = [];
  const found = (node, words) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    const isMeant = [lines[line - 1], lines[line]].some((one) => one?.includes('untranslated:'));
    if (!isMeant)
      faults.push(`${file}:${line + 1}: “${words.trim().replace(/\s+/g, ' ')}” is not translated`);
  };
  /** Checks everything that an expression may show. */
  const shown = (node) => {
    for (const part of partsOf(node)) shown(part);
    const words = wordsOf(node);
    if (words !== null && letters.test(words)) found(node, words);
  };
  const visit = (node) => {
    if (isMacro(node) || isSilent(node)) return;
    if (ts.isJsxText(node) && letters.test(node.text)) found(node, node.text);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) shown(node);
    else if (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) {
      const name = node.name.getText(source).replace(/^['"]|['"]$/g, '');
      const value = node.initializer;
      if (value && spoken.test(name) && !(ts.isJsxAttribute(node) && technical.test(name))) shown(value);
      if (ts.isJsxAttribute(node) && technical.test(name)) return;
    }
    const words = wordsOf(node);
    if (words !== null && sentence.test(words) && !ts.isLiteralTypeNode(node.parent)) found(node, words);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(faults)];
}

/** The parts that an expression may evaluate to, one of them or all. */
function partsOf(node) {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isBinaryExpression(node)) return joins.has(node.operatorToken.kind) ? [node.left, node.right] : [];
  const inner = ts.isParenthesizedExpression(node) || ts.isJsxExpression(node) ? node.expression : undefined;
  return inner ? [inner] : [];
}

/** The text of a literal without its values, or null. */
function wordsOf(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

function isMacro(node) {
  const tag = ts.isJsxElement(node)
    ? node.openingElement.tagName
    : ts.isJsxSelfClosingElement(node)
      ? node.tagName
      : null;
  const called = ts.isTaggedTemplateExpression(node)
    ? node.tag
    : ts.isCallExpression(node)
      ? node.expression
      : tag;
  return called !== null && ts.isIdentifier(called) && macros.test(called.text);
}

/** Nobody sees the names of modules, types, or errors thrown for faults in the code. */
function isSilent(node) {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Error';
  return ts.isCallExpression(node) && /^console\./.test(node.expression.getText());
}

function check() {
  const folder = dirname(fileURLToPath(import.meta.url));
  const done = JSON.parse(readFileSync(join(resolve(folder), 'translated.json'), 'utf8'));
  const files = sources().filter(([file]) => done.some((one) => file === one || file.startsWith(`${one}/`)));
  const faults = files.flatMap(([file, text]) => faultsIn(file, text));
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  console.log(`No text without a translation in ${files.length} files.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) check();
