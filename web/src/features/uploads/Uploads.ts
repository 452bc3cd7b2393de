import { t } from '@lingui/core/macro';
import { noConnection, type Problem } from '@/api/problem';
import type { Limits, Session } from '@/api/types';
import { createStore } from '@/lib/store';
import { whenServerAnswers } from './connection';
import { isReadable, type Picked, type PickedFile } from './files';
import { refusalOf, storageRefusal } from './limits';
import { noTotals, type UploadItem, UploadQueue, type UploadTotals } from './queue';
import { Rate } from './rate';
import { SendingLock } from './sendingLock';
import { startTransfer, type Transfer } from './transfer';

const parallelFiles = 3;
const refreshMs = 200;
const lingerMs = 2000;
/** Long enough to read what was left out. */
const leftOutMs = 8000;
const sliceMs = 30;
/** When to retry a file that the server holds back while none of ours ends: another device may be sending too. */
const roomMs = 5000;

export interface UploadsSnapshot {
  items: readonly UploadItem[];
  totals: UploadTotals;
  secondsLeft: number | null;
  /** The connection is lost; sending resumes by itself. */
  offline: boolean;
}

export interface UploadsWorld {
  /** The member who uploads. */
  member: string;
  group: string;
  /** Whether requests still go out as that member: the browser's tabs share the cookie. */
  isOwn: () => boolean;
  limits: Limits;
  /** Asks the server for the current usage; called only if the plan has a limit. */
  usage: () => Promise<Session['usage']>;
  hasStorageLimit: boolean;
}

const nothing: UploadsSnapshot = {
  items: [],
  totals: noTotals,
  secondsLeft: null,
  offline: false,
};

/** Sends the files of this visit: three at a time, in order, across lost connections, until each has ended. */
export class Uploads {
  readonly #world: UploadsWorld;
  readonly #queue = new UploadQueue();
  readonly #files = new Map<string, PickedFile>();
  readonly #transfers = new Map<string, Transfer | 'starting'>();
  readonly #rate = new Rate();
  readonly #store = createStore(nothing);
  readonly subscribe = this.#store.subscribe;
  readonly snapshot = this.#store.get;
  #refresh: ReturnType<typeof setTimeout> | null = null;
  #linger: ReturnType<typeof setTimeout> | null = null;
  #stopWaiting: (() => void) | null = null;
  /** Set while the server holds files back until others of this member have arrived. */
  #noRoom: ReturnType<typeof setTimeout> | null = null;
  readonly #lock = new SendingLock();
  #offline = false;
  #closed = false;

  constructor(world: UploadsWorld) {
    this.#world = world;
  }

  fileOf(id: string): File | undefined {
    return this.#files.get(id)?.file;
  }

  /** Returns their ids in the list. */
  async add({ files, leftOut }: Picked): Promise<string[]> {
    if (this.#closed) return [];
    this.#queue.begin(leftOut);
    if (leftOut > 0) this.#stay();
    const usage = this.#world.hasStorageLimit ? await this.#world.usage().catch(() => null) : null;
    let promised = 0;
    let since = performance.now();
    const ids: string[] = [];
    for (const picked of files) {
      // The browser asks the disk for the size of each, which takes seconds for thousands of files.
      if (performance.now() - since > sliceMs) {
        this.#pump();
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
      const { name, size } = picked.file;
      const id = this.#queue.add(name, size);
      ids.push(id);
      this.#files.set(id, picked);
      const full = usage && storageRefusal(size, { ...usage, storageBytes: usage.storageBytes + promised });
      const never = refusalOf(picked.file, this.#world.limits);
      const refusal = never ?? full;
      // A retry helps once there is storage again, but not if the file itself is refused.
      if (refusal) this.#queue.fail(id, refusal, never === null);
      else promised += size;
    }
    this.#pump();
    return ids;
  }

  retry(id: string): void {
    this.#queue.retry(id);
    this.#pump();
  }

  /** Adds another file in place of one that failed. */
  replace(id: string, file: File): void {
    this.drop(id);
    void this.add({ files: [{ file, path: file.name }], leftOut: 0 });
  }

  /** Removes a file from the list; one that is being sent stops and leaves nothing on the server. */
  drop(id: string): void {
    const transfer = this.#transfers.get(id);
    if (transfer && transfer !== 'starting') transfer.stop(true);
    this.#transfers.delete(id);
    this.#files.delete(id);
    this.#queue.remove(id);
    this.#rate.reset();
    this.#pump();
  }

  cancelAll(): void {
    for (const item of this.#queue.list())
      if (item.state !== 'done' && item.state !== 'failed') this.drop(item.id);
  }

  /** Clears every line that is done or failed. */
  dismissAll(): void {
    for (const item of this.#queue.list()) {
      if (item.state === 'failed') this.drop(item.id);
      if (item.duplicateOf !== null) this.#queue.settle(item.id);
    }
    this.#queue.sweep();
    this.#changed();
  }

  /** The person keeps the copy, or has removed it. */
  settle(id: string): void {
    this.#queue.settle(id);
    this.#pump();
  }

  open(): void {
    this.#closed = false;
  }

  /** Signed out: stops at once and for good; what has begun can be resumed at that member's next visit. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const transfer of this.#transfers.values()) if (transfer !== 'starting') transfer.stop(false);
    this.#transfers.clear();
    this.#files.clear();
    for (const item of this.#queue.list()) this.#queue.remove(item.id);
    for (const timer of [this.#refresh, this.#linger, this.#noRoom]) if (timer) clearTimeout(timer);
    this.#noRoom = null;
    this.#refresh = null;
    this.#linger = null;
    this.#stopWaiting?.();
    this.#stopWaiting = null;
    this.#offline = false;
    this.#lock.hold(false);
    this.#store.set(nothing);
  }

  #pump(): void {
    while (!this.#closed && !this.#offline && !this.#noRoom && this.#transfers.size < parallelFiles) {
      const item = this.#queue.take();
      if (!item) break;
      void this.#send(item);
    }
    this.#changed();
  }

  async #send(item: UploadItem): Promise<void> {
    const picked = this.#files.get(item.id);
    if (!picked) return this.#queue.remove(item.id);
    this.#transfers.set(item.id, 'starting');
    const { id } = item;
    try {
      const transfer = await startTransfer(picked, this.#world, {
        onProgress: (sent) => {
          this.#queue.progress(id, sent);
          this.#changed();
        },
        onDone: (assetId, duplicateOf) => {
          this.#queue.succeed(id, assetId, duplicateOf);
          this.#stopHoldingBack();
          this.#ended(id);
        },
        onProblem: (problem) => void this.#stumbled(id, picked, problem),
      });
      if (this.#transfers.has(id)) this.#transfers.set(id, transfer);
      // Removed from the list, or ended, before the transfer had really begun.
      else if (this.#closed) transfer.stop(false);
      else if (!this.#queue.get(id)) transfer.stop(true);
    } catch {
      // The upload code itself could not be loaded, so the connection is gone.
      void this.#stumbled(id, picked, noConnection());
    }
  }

  async #stumbled(id: string, picked: PickedFile, problem: Problem): Promise<void> {
    if (this.#closed) return;
    if (problem.rule === 'storage-share') {
      this.#queue.holdBack(id);
      this.#noRoom ??= setTimeout(() => {
        this.#stopHoldingBack();
        this.#pump();
      }, roomMs);
      return this.#ended(id);
    }
    const lost = problem.rule === 'no-connection' || [502, 503, 504].includes(problem.status);
    if (!lost) {
      const retryable = problem.status === 401 || problem.status >= 429 || problem.rule === 'storage-full';
      this.#queue.fail(id, problem.message, retryable);
    } else if (await isReadable(picked.file)) {
      this.#queue.wait(id);
      this.#waitForConnection();
    } else {
      // To the browser, a file that was moved looks just like a broken connection.
      this.#queue.fail(id, t`This file was moved, changed or deleted. Upload it again.`, false);
    }
    this.#ended(id);
  }

  #stopHoldingBack(): void {
    if (this.#noRoom) clearTimeout(this.#noRoom);
    this.#noRoom = null;
  }

  #ended(id: string): void {
    this.#transfers.delete(id);
    this.#pump();
  }

  #waitForConnection(): void {
    this.#offline = true;
    this.#stopWaiting ??= whenServerAnswers(() => {
      this.#stopWaiting = null;
      this.#offline = false;
      this.#rate.reset();
      this.#queue.wake();
      this.#pump();
    });
  }

  /** Notifies the page at most five times a second, however many files report. */
  #changed(): void {
    if (this.#refresh || this.#closed) return;
    this.#refresh = setTimeout(() => {
      this.#refresh = null;
      const totals = this.#queue.totals();
      this.#rate.note(performance.now(), totals.sent);
      this.#lock.hold(totals.open > 0);
      this.#lingerOnceDone(totals);
      this.#store.set({
        items: this.#queue.list(),
        totals,
        secondsLeft: this.#offline ? null : this.#rate.secondsFor(totals.bytes - totals.sent),
        offline: this.#offline,
      });
    }, refreshMs);
  }

  #lingerOnceDone(totals: UploadTotals): void {
    if (totals.open > 0 || (totals.done === totals.duplicates && totals.leftOut === 0)) {
      this.#stay();
      return;
    }
    this.#linger ??= setTimeout(
      () => {
        this.#linger = null;
        for (const item of this.#queue.list())
          if (item.state === 'done' && !item.duplicateOf) this.#files.delete(item.id);
        this.#queue.sweep();
        this.#rate.reset();
        this.#changed();
      },
      totals.leftOut > 0 ? leftOutMs : lingerMs,
    );
  }

  #stay(): void {
    if (this.#linger) clearTimeout(this.#linger);
    this.#linger = null;
  }
}
