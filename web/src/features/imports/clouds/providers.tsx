import { msg } from '@lingui/core/macro';
import { IconBrandDropbox, IconBrandGoogleDrive } from '@tabler/icons-react';
import type { CloudProvider } from '@/api/types';

export const providers = {
  dropbox: {
    // untranslated: it is a name
    title: 'Dropbox',
    Icon: IconBrandDropbox,
    setting: 'Magpie__Imports__Dropbox__ClientId',
    top: msg`Dropbox`,
  },
  googleDrive: {
    // untranslated: it is a name
    title: 'Google Drive',
    Icon: IconBrandGoogleDrive,
    setting: 'Magpie__Imports__GoogleDrive__ClientId',
    top: msg({ message: 'My Drive', comment: 'as Google Drive calls its topmost folder' }),
  },
} as const;

export const providerNames = Object.keys(providers) as CloudProvider[];
