export type UploadState = 'queued' | 'sending' | 'waiting' | 'done' | 'failed';

export interface UploadItem {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly state: UploadState;
  readonly sent: number;
  /** Why it failed, as a sentence. */
  readonly reason: string | null;
  /** Queued because the member's other files use all the storage they may hold at once. */
  readonly heldBack: boolean;
  /** Failed for a reason that a retry may fix. */
  readonly retryable: boolean;
  /** The asset it became. */
  readonly assetId: string | null;
  /** The asset that already has the same bytes, until the person has decided. */
  readonly duplicateOf: string | null;
}

export interface UploadTotals {
  /** Everything in this round; if nothing is open, everything in the list. */
  count: number;
  done: number;
  failed: number;
  duplicates: number;
  /** Queued, sending or waiting. */
  open: number;
  waiting: number;
  bytes: number;
  sent: number;
  /** Side files, which nobody means to upload. */
  leftOut: number;
}

export const noTotals: UploadTotals = {
  count: 0,
  done: 0,
  failed: 0,
  duplicates: 0,
  open: 0,
  waiting: 0,
  bytes: 0,
  sent: 0,
  leftOut: 0,
};

/** The files of a visit in the order they came, and what became of each. Knows nothing about the network. */
export class UploadQueue {
  readonly #items = new Map<string, UploadItem>();
  readonly #queued = new Set<string>();
  /** Failures, and copies to decide about, from before the current round. */
  readonly #earlier = new Set<string>();
  #serial = 0;
  #leftOut = 0;

  /** Files were chosen. If nothing is open, everything in the list has ended and no longer counts with them. */
  begin(leftOut: number): void {
    const items = [...this.#items.values()];
    if (!items.some(isOpen)) for (const { id } of items) this.#earlier.add(id);
    this.#leftOut += leftOut;
  }

  add(name: string, bytes: number): string {
    this.#serial += 1;
    const id = `u${this.#serial}`;
    this.#put({
      id,
      name,
      bytes,
      state: 'queued',
      sent: 0,
      reason: null,
      heldBack: false,
      retryable: false,
      assetId: null,
      duplicateOf: null,
    });
    return id;
  }

  get(id: string): UploadItem | undefined {
    return this.#items.get(id);
  }

  /** Takes the next queued file, and marks it as being sent. */
  take(): UploadItem | undefined {
    const [id] = this.#queued;
    if (id === undefined) return undefined;
    return this.#change(id, { state: 'sending', heldBack: false });
  }

  progress(id: string, sent: number): void {
    const item = this.#items.get(id);
    if (item && isOpen(item)) this.#change(id, { state: 'sending', sent: Math.min(sent, item.bytes) });
  }

  /** The connection is gone; this file resumes by itself when it is back. */
  wait(id: string): void {
    if (this.#items.get(id)?.state === 'sending') this.#change(id, { state: 'waiting' });
  }

  /** The member's other files use all the storage they may hold: this one is next once there is room again. */
  holdBack(id: string): void {
    const item = this.#items.get(id);
    if (!item || !isOpen(item)) return;
    const rest = [...this.#queued];
    this.#queued.clear();
    this.#change(id, { state: 'queued', sent: 0, heldBack: true });
    for (const other of rest) this.#queued.add(other);
  }

  /** The connection is back: the files that were waiting go first. */
  wake(): void {
    const rest = [...this.#queued];
    this.#queued.clear();
    for (const item of this.#items.values())
      if (item.state === 'waiting') this.#change(item.id, { state: 'queued' });
    for (const id of rest) this.#queued.add(id);
  }

  succeed(id: string, assetId: string | null, duplicateOf: string | null): void {
    const item = this.#items.get(id);
    if (item) this.#change(id, { state: 'done', sent: item.bytes, assetId, duplicateOf, reason: null });
  }

  fail(id: string, reason: string, retryable: boolean): void {
    this.#change(id, { state: 'failed', reason, retryable, duplicateOf: null });
  }

  retry(id: string): void {
    if (this.#items.get(id)?.state !== 'failed') return;
    this.#earlier.delete(id);
    this.#change(id, { state: 'queued', sent: 0, reason: null });
  }

  /** The person has decided about the copy. */
  settle(id: string): void {
    this.#change(id, { duplicateOf: null });
  }

  remove(id: string): void {
    this.#items.delete(id);
    this.#queued.delete(id);
    this.#earlier.delete(id);
  }

  /** Removes what no longer needs anybody's attention. */
  sweep(): void {
    this.#leftOut = 0;
    for (const item of this.#items.values())
      if (item.state === 'done' && item.duplicateOf === null) this.remove(item.id);
  }

  /** Failed first, then copies to decide about, in progress, queued, done. */
  list(): UploadItem[] {
    const ranked: UploadItem[][] = [[], [], [], [], []];
    for (const item of this.#items.values()) ranked[rank(item)]?.push(item);
    return ranked.flat();
  }

  totals(): UploadTotals {
    const totals = { ...noTotals, leftOut: this.#leftOut };
    const items = [...this.#items.values()];
    const busy = items.some(isOpen);
    for (const item of items) {
      if (busy && this.#earlier.has(item.id)) continue;
      totals.count += 1;
      if (item.state === 'failed') {
        totals.failed += 1;
        continue;
      }
      totals.bytes += item.bytes;
      totals.sent += item.sent;
      if (item.state === 'done') totals.done += 1;
      else totals.open += 1;
      if (item.state === 'waiting') totals.waiting += 1;
      if (item.duplicateOf !== null) totals.duplicates += 1;
    }
    return totals;
  }

  #change(id: string, change: Partial<UploadItem>): UploadItem | undefined {
    const item = this.#items.get(id);
    return item && this.#put({ ...item, ...change });
  }

  #put(item: UploadItem): UploadItem {
    this.#items.set(item.id, item);
    if (item.state === 'queued') this.#queued.add(item.id);
    else this.#queued.delete(item.id);
    return item;
  }
}

function isOpen(item: UploadItem): boolean {
  return item.state === 'queued' || item.state === 'sending' || item.state === 'waiting';
}

function rank(item: UploadItem): number {
  if (item.state === 'failed') return 0;
  if (item.duplicateOf !== null) return 1;
  if (item.state === 'sending' || item.state === 'waiting') return 2;
  return item.state === 'queued' ? 3 : 4;
}
