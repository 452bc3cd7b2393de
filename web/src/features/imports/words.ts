import { t } from '@lingui/core/macro';
import { formatMegabytes } from '@/lib/format';

/** How much of one or more files has arrived: "12.4 of 61.0 MB". */
export function partOf(receivedBytes: number, totalBytes: number): string {
  const received = formatMegabytes(receivedBytes);
  const total = formatMegabytes(totalBytes);
  return t`${received} of ${total} MB`;
}
