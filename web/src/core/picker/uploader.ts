/** A file that was chosen for a post, on its way into the library. */
export interface Incoming {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  /** Why it failed. */
  readonly reason: string | null;
  /** The asset that it has become. */
  readonly assetId: string | null;
  /** The asset that holds the same bytes already. */
  readonly duplicateOf: string | null;
}

/** How dialogs upload files. The uploads of the page do the work. */
export interface Uploader {
  /** What the file dialog offers. */
  accept: string;
  /** Returns their ids among the uploads. */
  add: (files: FileList) => Promise<string[]>;
  subscribe: (listener: () => void) => () => void;
  snapshot: () => { readonly items: readonly Incoming[] };
}
