import { plural } from '@lingui/core/macro';
import type { UploadTotals } from './queue';

/** What became of the files that did not fail: new ones, and ones the library already had. */
export function doneInWords({ done, duplicates }: Pick<UploadTotals, 'done' | 'duplicates'>): string[] {
  const fresh = done - duplicates;
  const parts: string[] = [];
  if (fresh > 0) parts.push(plural(fresh, { one: '# file uploaded', other: '# files uploaded' }));
  if (duplicates > 0)
    parts.push(
      plural(duplicates, {
        one: '# file was already in the library',
        other: '# files were already in the library',
      }),
    );
  return parts;
}

/** Files beside the photos and videos that were not meant to be uploaded. */
export function leftOutInWords(count: number): string {
  return plural(count, { one: '# side file skipped', other: '# side files skipped' });
}
