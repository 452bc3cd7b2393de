import { isSideFile } from './sideFiles';

/** A file to upload and its path below the dropped folder; only a reference, nothing has been read yet. */
export interface PickedFile {
  file: File;
  path: string;
}

/** The files to upload, and how many side files beside them are left out. */
export interface Picked {
  files: PickedFile[];
  leftOut: number;
}

export function fromInput(list: FileList | readonly File[]): Picked {
  return withoutSideFiles(
    [...list].map((file) => ({ file, path: file.webkitRelativePath || file.name })),
    false,
  );
}

/**
 * Side files come along with what they are beside, and are then left out. Whoever chooses nothing else means them, and is told for each why
 * it can't be accepted.
 */
function withoutSideFiles(all: PickedFile[], lieBesideOthers: boolean): Picked {
  const files = all.filter(({ path }) => !isSideFile(path));
  const alone = files.length === 0 && !lieBesideOthers && all.every(({ path }) => !path.includes('/'));
  return alone ? { files: all, leftOut: 0 } : { files, leftOut: all.length - files.length };
}

/** Reads a drop: files, and folders with everything in them. Calls back in batches, so that the first files start at once. */
export async function fromDrop(transfer: DataTransfer, onFiles: (picked: Picked) => void): Promise<void> {
  // The list is emptied as soon as the drop event ends, so the entries are taken before the first await.
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const loose = entries.flatMap(({ entry, file }) => (!entry?.isDirectory && file ? [file] : []));
  if (loose.length > 0)
    onFiles(
      withoutSideFiles(
        loose.map((file) => ({ file, path: file.name })),
        loose.length < entries.length,
      ),
    );
  for (const { entry } of entries)
    if (entry?.isDirectory) await walk(entry as FileSystemDirectoryEntry, onFiles);
}

async function walk(folder: FileSystemDirectoryEntry, onFiles: (picked: Picked) => void): Promise<void> {
  const reader = folder.createReader();
  for (;;) {
    // A reader returns a hundred entries at a time, and an empty list at the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return;
    const files = await Promise.all(
      entries
        .filter((entry) => entry.isFile)
        .map(async (entry) => ({
          file: await fileOf(entry as FileSystemFileEntry),
          path: entry.fullPath.replace(/^\//, ''),
        })),
    );
    if (files.length > 0) onFiles(withoutSideFiles(files, true));
    for (const entry of entries)
      if (entry.isDirectory && !entry.name.startsWith('.'))
        await walk(entry as FileSystemDirectoryEntry, onFiles);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** Whether the file is still where it was when it was chosen. */
export function isReadable(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}
