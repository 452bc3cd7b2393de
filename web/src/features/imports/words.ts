import { t } from '@lingui/core/macro';
import { formatMegabytes } from '@/lib/format';

/** How much of a file or of several has come: "12.4 of 61.0 MB". */
export function partOf(receivedBytes: number, totalBytes: number): string {
  const received = formatMegabytes(receivedBytes);
  const total = formatMegabytes(totalBytes);
  return t`${received} of ${total} MB`;
}
