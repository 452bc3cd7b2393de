/** A file to upload and where it lay below the dropped folder; a reference only, nothing is read yet. */
export interface PickedFile {
  file: File;
  path: string;
}

/** What file managers leave in folders; nobody means to upload it. */
const litter = /^(\.DS_Store|\.localized|\._.*|Thumbs\.db|desktop\.ini)$/i;

export function fromInput(list: FileList | readonly File[]): PickedFile[] {
  return [...list]
    .filter((file) => !litter.test(file.name))
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** Reads a drop: files, and folders with everything in them. Calls back in batches, so that the first go at once. */
export async function fromDrop(
  transfer: DataTransfer,
  onFiles: (files: PickedFile[]) => void,
): Promise<void> {
  // The list is emptied as soon as the drop event is over, so the entries are taken before the first await.
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const loose = entries.flatMap(({ entry, file }) => (!entry?.isDirectory && file ? [file] : []));
  if (loose.length > 0) onFiles(fromInput(loose));
  for (const { entry } of entries)
    if (entry?.isDirectory) await walk(entry as FileSystemDirectoryEntry, onFiles);
}

async function walk(folder: FileSystemDirectoryEntry, onFiles: (files: PickedFile[]) => void): Promise<void> {
  const reader = folder.createReader();
  for (;;) {
    // A reader hands out a hundred entries at a time, and an empty list at the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return;
    const files = await Promise.all(
      entries
        .filter((entry) => entry.isFile && !litter.test(entry.name))
        .map(async (entry) => ({
          file: await fileOf(entry as FileSystemFileEntry),
          path: entry.fullPath.replace(/^\//, ''),
        })),
    );
    if (files.length > 0) onFiles(files);
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
