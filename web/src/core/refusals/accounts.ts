import { plural, t } from '@lingui/core/macro';
import type { Values } from './members';

export const ofAccounts: Record<string, (values: Values) => string> = {
  'wrong-credentials': () => t`Wrong email or password.`,
  'locked-out': (values) => {
    const minutes = Math.ceil(values.number('retryAfterSeconds') / 60);
    return plural(minutes, {
      one: 'Too many wrong passwords. Try again in # minute.',
      other: 'Too many wrong passwords. Try again in # minutes.',
    });
  },
  'too-many-requests': (values) =>
    values.maybeText('reason') === 'probes'
      ? t`Magpie is still checking other links for you. Wait until that’s done.`
      : t`Too many attempts. Wait a minute and try again.`,
  'too-many-streams': () =>
    t`Magpie is open in too many tabs or apps. Close some, and this one will update by itself again.`,
  'setup-done': () => t`Magpie is already set up. Sign in instead.`,
  'too-many-tokens': (values) =>
    plural(values.number('limit'), {
      one: 'You have # token. Revoke one you no longer use.',
      other: 'You have # tokens. Revoke one you no longer use.',
    }),
  'cross-site': () => t`This request came from another site. Open Magpie itself and try again.`,
  'unknown-host': (values) => {
    const address = values.text('address');
    return t`Magpie isn’t available under this name. Open ${address} instead.`;
  },
  'token-is-read-only': () => t`This token can only read. Create one that can write.`,
  'session-needed': () => t`An access token can’t do this. Sign in instead.`,
  'signed-out': () => t`You’re signed out. Sign in and try again.`,
  'not-allowed': notAllowed,
};

function notAllowed(values: Values): string {
  switch (values.maybeText('reason')) {
    case 'viewersCannotAdd':
      return t`Viewers can’t add files to this group. Ask an admin for another role.`;
    case 'cannotAddAnyMore':
      return t`You can no longer add files to this group, so this one was stopped. Ask an admin for access.`;
    case 'viewersCannotEdit':
      return t`Viewers can’t change anything in this group. Ask an admin for another role.`;
    case 'notYourAsset':
      return t`Contributors can only change what they added themselves. Ask an editor of the group.`;
    case 'editorsManageLibrary':
      return t`Only editors of the group can do this. Ask one of them, or ask an admin for another role.`;
    case 'inPostsOfOthers':
      return t`This is used in posts you can’t change, so you can’t delete it. Ask an editor of the group.`;
    case 'contributorsDraft':
      return t`This is a draft. It can be shared once an editor of the group has accepted it.`;
    case 'editorsManageProfiles':
      return t`Only editors of the group can change its profiles. Ask one of them, or ask an admin for another role.`;
    case 'viewersCannotPlan':
      return t`Viewers can’t plan posts. Ask an admin for another role.`;
    case 'notYourPost':
      return t`Contributors can only write drafts of their own. Ask an editor of the group to plan or change other posts.`;
    case 'adminsSeeUploads':
      return t`Only owners and admins can see the workspace’s uploads. Ask one of them.`;
    case 'noWorkspace':
      return t`This account no longer belongs to a workspace. Ask an admin to add it to one.`;
    default:
      return t`Your role doesn’t allow this. Ask an admin of the workspace.`;
  }
}
