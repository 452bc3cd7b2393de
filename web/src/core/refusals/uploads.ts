import { plural, t } from '@lingui/core/macro';
import { bytesOf } from './figures';
import type { Values } from './members';

/** About uploads and storage. Half of these only ever reach programs, but have text all the same. */
export const ofUploads: Record<string, (values: Values) => string> = {
  'storage-full': (values) => {
    const used = bytesOf(values.number('usedBytes'), 'up');
    const limit = bytesOf(values.number('limitBytes'), 'down');
    const needed = bytesOf(values.number('neededBytes'), 'up');
    return values.maybeText('reason') === 'restoring'
      ? t`Storage is full: ${used} of ${limit} used, and restoring needs ${needed}. Delete unused files or change the plan.`
      : t`Storage is full: ${used} of ${limit} used, and this file needs ${needed}. Delete unused files or change the plan.`;
  },
  'storage-share': (values) => {
    const held = bytesOf(values.number('heldBytes'), 'up');
    const limit = bytesOf(values.number('limitBytes'), 'down');
    const needed = bytesOf(values.number('neededBytes'), 'up');
    return t`Your other uploads and imports take up ${held} of ${limit}. This file needs ${needed}. Upload it once one of them is done.`;
  },
  'too-many-uploads': (values) =>
    plural(values.number('limit'), {
      one: 'You have # upload in progress. Finish or cancel it first.',
      other: 'You have # uploads in progress. Finish or cancel some first.',
    }),
  'upload-busy': () => t`Another request is still working on this upload. Try again in a few seconds.`,
  'upload-cancelled': () =>
    t`An owner or admin of the workspace stopped this upload. Ask them before you send the file again.`,
  'upload-overrun': () => t`The file grew while it was being uploaded. Upload it again.`,
  'upload-offset': () => t`This upload got out of step with the server. Upload the file again.`,
  'upload-checksum': () => t`The file was changed on its way to the server. Upload it again.`,
  'upload-length-required': programs,
  'upload-metadata': programs,
  'upload-checksum-algorithm': programs,
  'upload-chunk-type': programs,
  'upload-concat': programs,
  'tus-version': programs,
};

/** The page never sends what these refuse; whoever writes a program reads the server's own sentence. */
function programs(): string {
  return t`The server didn’t understand this upload. Reload the page and try again.`;
}
