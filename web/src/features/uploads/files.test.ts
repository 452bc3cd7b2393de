import { expect, test } from 'vitest';
import { fromInput } from './files';

function chosen(...paths: string[]): File[] {
  return paths.map((path) =>
    Object.assign(new File(['x'], path.slice(path.lastIndexOf('/') + 1)), {
      webkitRelativePath: path.includes('/') ? path : '',
    }),
  );
}

test('Side files beside photos and videos are left out and counted', () => {
  const { files, leftOut } = fromInput(
    chosen('IMG_1.JPG', 'IMG_1.AAE', 'IMG_1.jpg.supplemental-metadata.json', '._IMG_1.JPG', 'notes.txt'),
  );
  expect(files.map(({ path }) => path)).toEqual(['IMG_1.JPG', 'notes.txt']);
  expect(leftOut).toBe(3);
});

test('A chosen folder leaves them out even where it holds nothing else', () => {
  const { files, leftOut } = fromInput(chosen('Card/GX010001.THM', 'Card/@eaDir/a.jpg/thumb.jpg'));
  expect(files).toEqual([]);
  expect(leftOut).toBe(2);
});

test('Who chooses nothing but side files by hand is told of each', () => {
  const { files, leftOut } = fromInput(chosen('IMG_1.AAE', 'metadata.json'));
  expect(files).toHaveLength(2);
  expect(leftOut).toBe(0);
});
