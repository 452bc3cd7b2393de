const kinds = ['asset', 'label', 'import', 'profile', 'post'] as const;
const actions = ['created', 'changed', 'deleted'] as const;

/** A change, reported by the server's events or by this page after changing something itself. */
export interface Change {
  kind: (typeof kinds)[number];
  action: (typeof actions)[number];
  /** Empty means any of them. */
  ids: readonly string[];
  /** The fields that changed, by their names in the API. Empty means any. */
  fields: readonly string[];
  /** The version of a post; whoever has it already need not refetch. */
  version?: number | null;
  /** The group whose library it is in; absent means any. */
  group?: string;
}

/** Events that arrived close together. */
export class ChangeBatch {
  readonly #changes: Change[] = [];

  /** Adds the data of one event; false if this version does not understand it. */
  add(data: string): boolean {
    const change = read(data);
    if (change === null) return false;
    const last = this.#changes.at(-1);
    // Hundreds of uploads become one change with hundreds of ids.
    if (last && last.ids.length > 0 && change.ids.length > 0 && subjectOf(last) === subjectOf(change))
      this.#changes[this.#changes.length - 1] = { ...last, ids: [...new Set([...last.ids, ...change.ids])] };
    else this.#changes.push(change);
    return true;
  }

  get changes(): readonly Change[] {
    return this.#changes;
  }

  get isEmpty(): boolean {
    return this.#changes.length === 0;
  }

  /** Assets that have left the library: deleted, and not restored since. */
  get gone(): ReadonlySet<string> {
    const gone = new Set<string>();
    for (const { kind, action, ids } of this.#changes)
      if (kind === 'asset')
        for (const id of ids)
          if (action === 'deleted') gone.add(id);
          else gone.delete(id);
    return gone;
  }
}

function subjectOf({ ids: _, ...subject }: Change): string {
  return JSON.stringify(subject);
}

function read(data: string): Change | null {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== 'object' || value === null) return null;
    const { kind, action, ids, fields, version, group } = value as Record<string, unknown>;
    const known = {
      kind: kinds.find((one) => one === kind),
      action: actions.find((one) => one === action),
    };
    if (!known.kind || !known.action || !Array.isArray(ids)) return null;
    return {
      kind: known.kind,
      action: known.action,
      ids: textsIn(ids),
      fields: textsIn(fields),
      version: typeof version === 'number' ? version : null,
      ...(typeof group === 'string' && { group }),
    };
  } catch {
    return null;
  }
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
