import type { DetailedError, HttpResponse, Upload } from 'tus-js-client';
import { noConnection, type Problem, problemOf } from '@/api/problem';
import { refusalWordsInTime } from '@/api/words';
import type { PickedFile } from './files';
import { printsOf } from './unfinished';

const chunkBytes = 8 * 1024 * 1024;
/** Small enough for every proxy: nginx accepts bodies of up to 1 MB by default. */
const smallChunkBytes = 512 * 1024;
/** Files up to this size go out with the request that announces them, which halves the round trips of a big drop of photos. */
const inOneRequestBytes = 2 * 1024 * 1024;
const retryDelays = [0, 1000, 3000, 5000, 10_000];

export interface TransferEvents {
  onProgress: (sent: number) => void;
  onDone: (assetId: string | null, duplicateOf: string | null) => void;
  /** Refused for good, or the connection is gone (`no-connection`). */
  onProblem: (problem: Problem) => void;
}

export interface TransferFrom {
  member: string;
  group: string;
  /** Whether a request sent now goes out as that member. */
  isOwn: () => boolean;
}

export interface Transfer {
  /** Stops sending; `forget` also removes what the server has of it. */
  stop: (forget: boolean) => void;
}

/** The largest chunk, in bytes, that whatever is between this tab and the server has let through. */
let passing = chunkBytes;

/** What this tab is sending; the same file twice at once must not write into one upload. */
const underway = new Set<string>();

/** Sends one file by tus, resuming where an earlier attempt or visit stopped. */
export async function startTransfer(
  picked: PickedFile,
  { member, group, isOwn }: TransferFrom,
  events: TransferEvents,
): Promise<Transfer> {
  const tus = await import('tus-js-client');
  const print = fingerprintOf(picked, member, group);
  const alone = !underway.has(print);
  underway.add(print);
  let stopped = false;
  const end = () => {
    if (alone) underway.delete(print);
  };

  const upload: Upload = new tus.Upload(picked.file, {
    endpoint: '/api/uploads',
    chunkSize: passing,
    retryDelays,
    uploadDataDuringCreation: fitsInOneRequest(picked),
    storeFingerprintForResuming: alone,
    removeFingerprintOnSuccess: true,
    fingerprint: () => Promise.resolve(print),
    metadata: { filename: picked.file.name, group },
    onBeforeRequest: () => {
      if (!isOwn()) throw new Error('Another member is signed in in this browser.');
    },
    onShouldRetry: ({ originalResponse: response }) => {
      if (!isTooLargeForProxy(response)) return isWorthRetrying(response);
      const isSmall = upload.options.chunkSize === smallChunkBytes;
      passing = smallChunkBytes;
      upload.options.chunkSize = passing;
      upload.options.uploadDataDuringCreation = fitsInOneRequest(picked);
      return !isSmall;
    },
    onProgress: (sent) => events.onProgress(sent),
    onSuccess: ({ lastResponse }) => {
      end();
      events.onDone(idIn(lastResponse, 'Magpie-Asset'), idIn(lastResponse, 'Magpie-Duplicate-Of'));
    },
    onError: (error) => {
      end();
      if (!stopped) void problemIn(error).then((problem) => !stopped && events.onProblem(problem));
    },
  });

  if (alone) {
    const [previous] = await upload.findPreviousUploads();
    if (previous) upload.resumeFromPreviousUpload(previous);
  }
  upload.start();
  return {
    stop: (forget) => {
      stopped = true;
      end();
      // A termination that does not arrive does no harm: the server lets unfinished uploads expire.
      upload.abort(forget).catch(() => undefined);
    },
  };
}

/**
 * The key under which an upload is remembered. Two files with the same name, size and date in different folders are two files, and nobody
 * else may resume what a member has begun.
 */
function fingerprintOf({ file, path }: PickedFile, member: string, group: string): string {
  return [printsOf(member), group, path, file.size, file.lastModified].join('|');
}

function fitsInOneRequest({ file }: PickedFile): boolean {
  return file.size <= Math.min(inOneRequestBytes, passing);
}

/** Magpie's own 413 names the rule that a file breaks, so one without a rule is from a proxy. */
function isTooLargeForProxy(response: HttpResponse | null): boolean {
  return response?.getStatus() === 413 && problemOf(413, response.getBody()).rule === 'unknown';
}

function isWorthRetrying(response: HttpResponse | null): boolean {
  if (response === null) return navigator.onLine;
  const status = response.getStatus();
  // There is room once another file of this member has arrived, which the queue knows better than a timer.
  if (status === 429 && problemOf(status, response.getBody()).rule === 'storage-share') return false;
  return status >= 500 || status === 409 || status === 423 || status === 429 || status === 460;
}

async function problemIn(error: Error | DetailedError): Promise<Problem> {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (response === null) return noConnection();
  await refusalWordsInTime();
  return problemOf(response.getStatus(), response.getBody());
}

function idIn(response: HttpResponse, header: string): string | null {
  return response.getHeader(header)?.split('/').at(-1) ?? null;
}
