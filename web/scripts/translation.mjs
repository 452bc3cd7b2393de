// What a translation must keep of its English: the same values and the same tags; and every plural form of its language.
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

/** What is wrong with a translation, or null. */
export function mistakeIn(message, translation, code) {
  const wanted = partsOf(compileMessageOrThrow(message));
  let said;
  try {
    said = partsOf(compileMessageOrThrow(translation));
  } catch (error) {
    return `this cannot be read (${error.message.split('\n')[0]})`;
  }
  const lost = [...wanted.names].filter((name) => !said.names.has(name));
  if (lost.length > 0) return `${lost.join(' ')} is lost`;
  const more = [...said.names].filter((name) => !wanted.names.has(name));
  if (more.length > 0) return `${more.join(' ')} is not in the English`;
  const absent = said.plurals.flatMap((forms) => formsOf(code).filter((form) => !forms.includes(form)));
  return absent.length > 0 ? `a plural lacks “${absent[0]}”` : null;
}

/** The names of values and tags, and the forms of each plural. */
function partsOf(tokens, parts = { names: new Set(), plurals: [] }) {
  for (const token of tokens) {
    if (typeof token === 'string') {
      for (const [, tag] of token.matchAll(/<\/?(\w+)\/?>/g)) parts.names.add(`<${tag}>`);
      continue;
    }
    const [name, type, forms] = token;
    parts.names.add(type === undefined ? `{${name}}` : `{${name}, ${type}}`);
    if (type === 'plural') parts.plurals.push(Object.keys(forms));
    for (const form of Object.values(forms ?? {})) if (Array.isArray(form)) partsOf(form, parts);
  }
  return parts;
}

/** The forms that counts use. French and Spanish have one for millions, which may be left to `other`. */
function formsOf(code) {
  const rules = new Intl.PluralRules(code);
  return [...new Set(Array.from({ length: 201 }, (_, count) => rules.select(count))), 'other'];
}
