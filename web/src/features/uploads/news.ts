import { plural, t } from '@lingui/core/macro';
import { formatList } from '@/lib/format';
import { doneInWords, leftOutInWords } from './doneInWords';
import type { UploadsSnapshot } from './Uploads';

/** Said aloud: the turning points only, not each step of the progress. */
export function newsOf({ totals, offline }: UploadsSnapshot): string {
  if (offline) return t`Uploads are waiting for the connection.`;
  const { count } = totals;
  if (totals.open > 0) return plural(count, { one: 'Uploading # file.', other: 'Uploading # files.' });
  const leftOut = totals.leftOut > 0 ? [leftOutInWords(totals.leftOut)] : [];
  return formatList([...doneInWords(totals), ...leftOut]);
}

/** Once, when the last file is through: one reason is said, of several how many. */
export function failureOf({ totals, items }: UploadsSnapshot): string {
  if (totals.open > 0 || totals.failed === 0) return '';
  const count = totals.failed;
  const failed = count === 1 ? items.find(({ state }) => state === 'failed') : undefined;
  if (!failed?.reason) return plural(count, { one: '# upload failed.', other: '# uploads failed.' });
  const { name, reason } = failed;
  // The server names the file itself.
  return reason.includes('*') ? reason.replace(/\*/g, '') : t`${name}: ${reason}`;
}
