/** A file chosen for a post, on its way into the library. */
export interface Incoming {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  /** Why it failed. */
  readonly reason: string | null;
  /** The asset it became. */
  readonly assetId: string | null;
  /** The asset that already has the same bytes. */
  readonly duplicateOf: string | null;
}

/** Lets dialogs upload files. The uploads of the page do the work. */
export interface Uploader {
  /** What the file dialog offers. */
  accept: string;
  /** Returns the ids of the new uploads. */
  add: (files: FileList) => Promise<string[]>;
  subscribe: (listener: () => void) => () => void;
  snapshot: () => { readonly items: readonly Incoming[] };
}
