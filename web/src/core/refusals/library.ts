import { plural, t } from '@lingui/core/macro';
import type { Values } from './members';

export const ofLibrary: Record<string, (values: Values) => string> = {
  cursor: reload,
  limit: reload,
  month: reload,
  surface: () => t`Magpie doesn’t know this placement. Choose another one.`,
  'search-too-long': (values) =>
    plural(values.number('limit'), {
      one: 'Search for # character at most.',
      other: 'Search for # characters at most.',
    }),
  'invalid-request': (values) =>
    values.maybeText('reason') === 'fields' ? t`Some fields need another value.` : reload(),
  'media-type': reload,
  'method-not-allowed': reload,
  'not-failed': () => t`This hasn’t failed, so there’s nothing to retry.`,
  'still-processing': (values) => {
    const file = values.text('file');
    return t`*${file}* is still being processed. Try again when it’s done.`;
  },
  'has-failed': (values) => {
    const file = values.text('file');
    return t`*${file}* couldn’t be processed. Retry it or delete it.`;
  },
  'status-not-yours': () => t`Only draft and ready can be set.`,
  'edited-meanwhile': (values) => {
    const who = values.maybeText('who');
    return who === null
      ? t`Someone else just changed this. Review their version, then save again.`
      : t`${who} just changed this. Review their version, then save again.`;
  },
  'held-by-posts': (values) =>
    values.maybeText('reason') === 'move'
      ? t`A post of this group uses it. Remove it from the post first.`
      : plural(values.number('postCount'), {
          one: 'This is used in # unpublished post. If you delete it, the post goes back to draft.',
          other: 'This is used in # unpublished posts. If you delete it, they go back to draft.',
        }),
  'in-trash': () => t`This file is in the trash. Restore it first.`,
  'not-in-trash': () => t`Only files in the trash can be deleted for good. Delete it first.`,
  'not-shareable': (values) => {
    const file = values.text('file');
    return t`Location and time couldn’t be removed from *${file}*, so it can’t have a public link. Export it again and upload that.`;
  },
  'asset-is-draft': () => t`This is a draft. Mark it as ready first, then share it.`,
  'name-empty': () => t`Enter a name.`,
  'label-empty': (values) =>
    values.maybeText('reason') === 'noneNamed'
      ? t`Choose at least one label.`
      : t`A label needs at least one character.`,
  'label-too-long': (values) => {
    const [beginning, limit] = [values.text('beginning'), values.number('limit')];
    return plural(limit, {
      one: `*${beginning}…* is too long for a label. Use # character at most.`,
      other: `*${beginning}…* is too long for a label. Use # characters at most.`,
    });
  },
  'label-unreadable': () => t`A label can only have letters, digits, symbols and spaces.`,
  'label-exists': (values) => {
    const label = values.text('label');
    return t`There’s already a label *${label}*. Merge the two, or choose another name.`;
  },
  'too-many-labels': (values) =>
    values.maybeText('reason') === 'asset'
      ? plural(values.number('limit'), {
          one: 'It can have # label at most. Remove one first.',
          other: 'It can have # labels at most. Remove some first.',
        })
      : plural(values.number('limit'), {
          one: 'This group already has # label, the most it can have. Use that one.',
          other:
            'This group already has # labels, the most it can have. Use one of them, or ask an editor to delete some in the settings.',
        }),
  'group-needed': () => t`Choose a group to move to.`,
  'other-workspace': () => t`Files can only be moved between groups of the same workspace.`,
  'not-found': (values) => {
    switch (values.maybeText('reason')) {
      case 'cloudFile':
        return t`There’s no such file or folder. Open the list again.`;
      case 'group':
        return t`You can’t move anything to this group.`;
      case 'someAssets':
        return t`Some of these files no longer exist, so nothing was changed. Reload and choose again.`;
      case 'deleted':
        return t`It was deleted for good.`;
      default:
        return t`This doesn’t exist, or no longer does. It may have been deleted.`;
    }
  },
};

/** A page of the same version as its server never sends what these refuse. */
function reload(): string {
  return t`The server didn’t understand this request. Reload the page and try again.`;
}
