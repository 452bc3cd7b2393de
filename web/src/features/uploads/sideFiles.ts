// What programs and cameras put beside pictures and videos, and nobody means to add. The server has the same list
// (Model/Uploads/SideFiles.cs), and one of its tests compares the two.

const endings = [
  '.aae',
  '.xmp',
  '.json',
  '.thm',
  '.lrv',
  '.lrf',
  '.ctg',
  '.cpi',
  '.bdm',
  '.moff',
  '.modd',
  '.dop',
  '.pp3',
  '.on1',
  '.cos',
  '.cot',
  '.nksc',
  '.bridgesort',
];

const names = [
  '.ds_store',
  '.localized',
  '.nomedia',
  '.picasa.ini',
  'picasa.ini',
  'thumbs.db',
  'ehthumbs.db',
  'ehthumbs_vista.db',
  'desktop.ini',
  'icon\r',
  'mediapro.xml',
  'discmeta.xml',
  'cueup.xml',
  'status.bin',
];

const beginnings = ['._'];

const folders = [
  '@eadir',
  '@syno',
  '__macosx',
  '.thumbnails',
  '.trashes',
  '.trash',
  '.spotlight-v100',
  '.fseventsd',
  '#recycle',
  '$recycle.bin',
  'system volume information',
  'lost+found',
];

/** `path` is a file name, after the folders below the chosen one if there are any. */
export function isSideFile(path: string): boolean {
  const parts = path.toLowerCase().split('/');
  const name = parts.pop() ?? '';
  return (
    names.includes(name) ||
    endings.some((ending) => name.endsWith(ending)) ||
    beginnings.some((beginning) => name.startsWith(beginning)) ||
    parts.some((folder) => folders.includes(folder))
  );
}
