/** A file that was chosen for a post, on its way into the library. */
export interface Incoming {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  /** Why it did not come in. */
  readonly reason: string | null;
  /** The asset that it has become. */
  readonly assetId: string | null;
  /** The asset that holds the same bytes already. */
  readonly duplicateOf: string | null;
}

/** How files get into the library from here; the uploads of the whole page do the work. */
export interface Uploader {
  /** What the file dialog offers. */
  accept: string;
  /** Returns what they are called from then on. */
  add: (files: FileList) => Promise<string[]>;
  subscribe: (listener: () => void) => () => void;
  snapshot: () => { readonly items: readonly Incoming[] };
}
