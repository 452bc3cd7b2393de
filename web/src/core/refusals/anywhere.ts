import { t } from '@lingui/core/macro';
import type { Values } from './members';

/** What may go wrong with anything: the connection, the server and what it depends on. */
export const ofAnything: Record<string, (values: Values) => string> = {
  'no-connection': () => t`Magpie can’t be reached. Check your connection and try again.`,
  'server-error': () => t`Something went wrong on our side. Nothing was lost. Try again in a moment.`,
  'database-unavailable': () => t`Magpie’s database isn’t responding. Wait a few seconds and try again.`,
  'database-damaged': () =>
    t`Magpie’s database is damaged, so nothing can be changed. Tell your Magpie administrator; a backup helps.`,
  'disk-full': (values) => {
    const reason = values.maybeText('reason');
    if (reason === 'upload')
      return t`The server’s disk is full. What you’ve sent so far is kept. Ask your Magpie administrator to free up space, then continue.`;
    if (reason !== null)
      return t`The server’s disk is full. Ask your Magpie administrator to free up space, then retry.`;
    return t`The server’s disk is full, so this wasn’t saved. Empty the trash, or ask your Magpie administrator for space.`;
  },
  'storage-unavailable': () =>
    t`The server can’t use its disk right now, so this wasn’t saved. Tell your Magpie administrator.`,
  unknown: (values) => {
    const status = values.number('status');
    if (status < 400)
      return t`Something between this device and Magpie answered in its place. Check your connection and try again.`;
    if (status === 502 || status === 503 || status === 504)
      return t`Magpie isn’t available right now. Try again in a moment.`;
    if (status === 413)
      return t`Something between this device and Magpie blocks requests of this size. Ask an admin to let the proxy pass them.`;
    if (status === 429) return t`Too many requests. Wait a moment and try again.`;
    const english = values.maybeText('english');
    if (english !== null) return t`Magpie couldn’t do this and says in English: ${english}`;
    return t`Magpie couldn’t do this (error ${status}). Try again; if it keeps happening, ask an admin to check the log.`;
  },
};
