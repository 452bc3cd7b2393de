/** What a batch of events amounts to; a thing that was changed and then deleted is deleted. */
export class ChangeBatch {
  readonly touched = new Set<string>();
  readonly deleted = new Set<string>();
  /** Labels were made, renamed or deleted; assets carry their names. */
  labels = false;
  /** Imports, of whichever member, have begun, moved on or ended. */
  imports = false;
  /** Posts or profiles were made, changed or deleted. */
  posts = false;

  /** Takes in the data of one event; false when it says nothing that this version understands. */
  add(data: string): boolean {
    const change = read(data);
    if (change?.kind === 'label') this.labels = true;
    if (change?.kind === 'import') this.imports = true;
    if (change?.kind === 'post' || change?.kind === 'profile') this.posts = true;
    if (change !== null && ['label', 'import', 'post', 'profile'].includes(change.kind)) return true;
    if (change?.kind !== 'asset') return false;
    for (const id of change.ids) {
      if (change.action === 'deleted') {
        this.touched.delete(id);
        this.deleted.add(id);
      } else this.touched.add(id);
    }
    return true;
  }

  get isEmpty(): boolean {
    return this.touched.size === 0 && this.deleted.size === 0 && !this.labels && !this.imports && !this.posts;
  }
}

function read(data: string): { kind: string; action: string; ids: string[] } | null {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== 'object' || value === null) return null;
    const { kind, action, ids } = value as Record<string, unknown>;
    if (typeof kind !== 'string' || typeof action !== 'string' || !Array.isArray(ids)) return null;
    return { kind, action, ids: ids.filter((id) => typeof id === 'string') };
  } catch {
    return null;
  }
}
