import { surfaceName } from '@/core/posts/surfaceNames';
import { isolated } from '@/lib/direction';

/** The raw values of a refusal or of a reason, by their JSON names. */
export type Members = Readonly<Record<string, unknown>>;

/** Reads the values a sentence is made of; throws if one is missing. */
export class Values {
  readonly #members: Members;

  constructor(members: Members) {
    this.#members = members;
  }

  text(name: string): string {
    return this.maybeText(name) ?? missing(name);
  }

  maybeText(name: string): string | null {
    const value = this.#members[name];
    return typeof value === 'string' ? value : null;
  }

  /** The name of the surface that the sentence is about. */
  place(): string {
    return isolated(surfaceName({ key: this.maybeText('surface') ?? '', name: this.text('surfaceName') }));
  }

  number(name: string): number {
    return this.maybeNumber(name) ?? missing(name);
  }

  maybeNumber(name: string): number | null {
    const value = this.#members[name];
    return typeof value === 'number' ? value : null;
  }

  is(name: string): boolean {
    return this.#members[name] === true;
  }

  list(name: string): readonly unknown[] {
    const value = this.#members[name];
    return Array.isArray(value) ? value : missing(name);
  }

  maybeList(name: string): readonly unknown[] | null {
    return this.#members[name] == null ? null : this.list(name);
  }

  all(): Members {
    return this.#members;
  }
}

function missing(name: string): never {
  // untranslated: nobody reads it
  throw new Error(`There is no ${name}.`);
}

/** Null if the server is older or newer than this page, and a value of the sentence is missing or not what it was. */
export function sayOr<Words>(say: () => Words): Words | null {
  try {
    return say();
  } catch {
    return null;
  }
}
