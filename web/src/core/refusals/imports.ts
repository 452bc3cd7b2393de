import { plural, t } from '@lingui/core/macro';
import type { Values } from './members';

export const ofImports: Record<string, (values: Values) => string> = {
  'address-invalid': () => t`This isn’t a link. Paste a whole one that begins with https://.`,
  'address-unreachable': () =>
    t`This link can’t be imported. It must be public, use https and work without signing in.`,
  'address-needs-sign-in': (values) => {
    const file = values.text('file');
    return t`*${file}* can only be opened after signing in. Use a link that anyone can open, or download the file and upload it.`;
  },
  'address-empty': (values) =>
    values.maybeText('reason') === 'noFile'
      ? t`The server at this link didn’t send a file. Check the link in a browser, then paste it again.`
      : t`There’s no file at this link. Check it in a browser, then paste it again.`,
  'address-server-failed': () => t`The server at this link can’t send the file right now. Retry later.`,
  'address-redirects': () =>
    t`This link keeps leading to other links. Open it in a browser and paste the one it ends at.`,
  'address-compressed': (values) => {
    const file = values.text('file');
    return t`The server sends *${file}* compressed, which Magpie can’t open. Download the file and upload it.`;
  },
  'address-too-slow': (values) => {
    const file = values.text('file');
    return t`*${file}* arrived too slowly, so Magpie gave up. Retry, or download the file and upload it.`;
  },
  'address-broke-off': (values) => {
    const file = values.text('file');
    return t`The connection was lost before *${file}* had arrived completely. Retry.`;
  },
  'import-addresses': () => t`Paste one link, or several without a name.`,
  'import-interrupted': (values) =>
    values.maybeText('reason') === 'ourFault'
      ? t`Something went wrong on our side. Nothing of this file was kept. Retry.`
      : t`The server stopped three times while importing this file. Retry; if it happens again, tell your Magpie administrator.`,
  'too-many-imports': (values) =>
    plural(values.number('limit'), {
      one: 'You can have up to # import waiting or running. Wait for it to finish, or cancel it.',
      other: 'You can have up to # imports waiting or running. Wait for some to finish, or cancel some.',
    }),
  'import-files': () => t`Choose at least one file to import.`,
  'public-address-unknown': () =>
    t`Magpie doesn’t know its own address yet. Ask your Magpie administrator to set Magpie__PublicUrl.`,
  'cloud-not-configured': at(
    (cloud) => t`${cloud} isn’t set up on this server. Ask your Magpie administrator.`,
  ),
  'cloud-not-connected': at((cloud) => t`You’re not connected to ${cloud}. Connect, then try again.`),
  'cloud-connect-again': at((cloud) => t`${cloud} no longer lets Magpie read your files. Connect again.`),
  'cloud-not-allowed': at(
    (cloud) =>
      t`Magpie isn’t allowed to read your files in ${cloud} yet. Connect again and leave that permission checked.`,
  ),
  'cloud-not-there': at(
    (cloud) => t`This is no longer in ${cloud}, or you no longer have access to it. Open the list again.`,
  ),
  'cloud-not-given-out': at(
    (cloud) => t`This file can’t be downloaded from ${cloud}: its owner or ${cloud} blocks it.`,
  ),
  'cloud-list-changed': at((cloud) => t`This list just changed in ${cloud}. Open it again from the start.`),
  'cloud-busy': at((cloud) => t`${cloud} is getting too many requests. Try again in a minute.`),
  'cloud-failed': at((cloud) => t`${cloud} can’t be reached right now. Try again in a moment.`),
  'cloud-refuses-server': at(
    (cloud) =>
      t`${cloud} doesn’t accept this server’s registration. Ask your Magpie administrator to check its client ID, secret and permissions.`,
  ),
};

const clouds: Record<string, string> = { dropbox: 'Dropbox', googleDrive: 'Google Drive' }; // untranslated: names

function at(say: (cloud: string) => string) {
  return (values: Values) => {
    const key = values.text('provider');
    return say(clouds[key] ?? key);
  };
}
