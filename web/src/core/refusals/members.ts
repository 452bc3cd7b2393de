/** The raw values of a refusal or of a reason, by their names in JSON. */
export type Members = Readonly<Record<string, unknown>>;

/** Reads values of which a sentence consists; where one is missing, nobody can say it. */
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

class MissingValue extends Error {}

function missing(name: string): never {
  // untranslated: nobody reads it
  throw new MissingValue(`There is no ${name}.`);
}

/** What is said, or null where the server is older or newer than these words and does not tell all that is in them. */
export function sayOr<Words>(say: () => Words): Words | null {
  try {
    return say();
  } catch (error) {
    if (error instanceof MissingValue) return null;
    throw error;
  }
}
