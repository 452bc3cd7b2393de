import { plural, t } from '@lingui/core/macro';
import { formatList } from '@/lib/format';
import { doneInWords, leftOutInWords } from './doneInWords';
import type { UploadsSnapshot } from './Uploads';

/** Announced to screen readers: milestones only, not every step of the progress. */
export function newsOf({ totals, offline }: UploadsSnapshot): string {
  if (offline) return t`Uploads are waiting for the connection.`;
  const { count } = totals;
  if (totals.open > 0) return plural(count, { one: 'Uploading # file.', other: 'Uploading # files.' });
  const leftOut = totals.leftOut > 0 ? [leftOutInWords(totals.leftOut)] : [];
  return formatList([...doneInWords(totals), ...leftOut]);
}

/** Announced once, after the last file: a single failure with its reason, several as a number. */
export function failureOf({ totals, items }: UploadsSnapshot): string {
  if (totals.open > 0 || totals.failed === 0) return '';
  const count = totals.failed;
  const failed = count === 1 ? items.find(({ state }) => state === 'failed') : undefined;
  if (!failed?.reason) return plural(count, { one: '# upload failed.', other: '# uploads failed.' });
  const { name, reason } = failed;
  // The server's sentence names the file itself.
  return reason.includes('*') ? reason.replace(/\*/g, '') : t`${name}: ${reason}`;
}
