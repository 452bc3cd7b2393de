const kinds = ['asset', 'label', 'import', 'profile', 'post'] as const;
const actions = ['created', 'changed', 'deleted'] as const;

/** What an event says, and what this page says to itself when it has changed something. */
export interface Change {
  kind: (typeof kinds)[number];
  action: (typeof actions)[number];
  /** None: it may be any of them. */
  ids: readonly string[];
  /** What of them is another now, by the names of the API; none: it may be anything. */
  fields: readonly string[];
  /** Of a post; whoever has this one already need not ask. */
  version?: number | null;
  /** In whose library; where it is left out, in any. */
  group?: string;
}

/** Events that came close together. */
export class ChangeBatch {
  readonly #changes: Change[] = [];

  /** Takes in the data of one event; false when it says nothing that this version understands. */
  add(data: string): boolean {
    const change = read(data);
    if (change === null) return false;
    const last = this.#changes.at(-1);
    // Hundreds of uploads are one change with hundreds of ids.
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

  /** Assets that are in the library no more: deleted, and not restored after it. */
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
