import { isolated } from '@/lib/direction';
import { language } from '@/lib/locale';
import { refusalOr, refusalWordsStore } from './words';

/** A refusal by the server (RFC 9457) or by the network, with a sentence that can be shown to a person. */
export class Problem extends Error {
  /** The rule that was broken, without the `urn:magpie:` in front: `too-large`, `signed-out`, … */
  readonly rule: string;
  readonly status: number;
  /** Sentences per form field; keys in camel case. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** Everything else the server sent along: `limitBytes`, `retryAfterSeconds`, … */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    rule: string,
    title: string,
    status: number,
    members: Record<string, unknown> = {},
    errors: Record<string, string[]> = {},
  ) {
    super(title);
    this.name = 'Problem';
    this.rule = rule;
    this.status = status;
    this.members = members;
    this.errors = errors;
  }

  number(member: string): number | null {
    const value = this.members[member];
    return typeof value === 'number' ? value : null;
  }
}

/** Uses the text that was loaded while there was a connection. */
export function noConnection(): Problem {
  const english = 'Magpie can’t be reached. Check the connection and try again.';
  return new Problem('no-connection', refusalOr('no-connection', {}, english), 0);
}

/**
 * Parses a problem from the body of a response; also works when a proxy in between sent a page of its own. It is in the language of the
 * page if that text is loaded: callers that can wait await `refusalWordsInTime` first.
 */
export function problemOf(status: number, body: string): Problem {
  const json = parse(body);
  if (json === null)
    return new Problem('unknown', refusalOr('unknown', { status }, unexpected(status)), status);
  const type = typeof json.type === 'string' ? json.type : '';
  const rule = type.startsWith('urn:magpie:') ? type.slice('urn:magpie:'.length) : 'unknown';
  const title = typeof json.title === 'string' ? json.title : unexpected(status);
  const said = refusalOr(rule, { ...json, status }, '') || inEnglish(title, status);
  return new Problem(rule, said, status, json, fieldErrors(json.errors, json.codes));
}

/** A refusal that this page has no words for: the server may be newer. */
function inEnglish(title: string, status: number): string {
  return language().code === 'en' ? title : refusalOr('unknown', { status, english: isolated(title) }, title);
}

/** All that is said without the words of refusals, which know a sentence for each status of a proxy. */
function unexpected(status: number): string {
  return `Magpie couldn’t do this (error ${status}). Try again.`;
}

function parse(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function fieldErrors(value: unknown, codes: unknown): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const [field, sentences] of entriesOf(value)) {
    if (!Array.isArray(sentences)) continue;
    const key = field.charAt(0).toLowerCase() + field.slice(1);
    const known = isRecord(codes) ? codes[key] : undefined;
    errors[key] = sentences.flatMap((sentence, at) =>
      typeof sentence === 'string'
        ? [fieldError(Array.isArray(known) ? known[at] : undefined) ?? sentence]
        : [],
    );
  }
  return errors;
}

function fieldError(known: unknown): string | null {
  if (!isRecord(known) || typeof known.code !== 'string') return null;
  return refusalWordsStore.get()?.field(known.code, known) ?? null;
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
