import { IconBrandDropbox, IconBrandGoogleDrive } from '@tabler/icons-react';
import type { CloudProvider } from '@/api/types';

export const providers = {
  dropbox: {
    title: 'Dropbox',
    Icon: IconBrandDropbox,
    setting: 'Magpie__Imports__Dropbox__ClientId',
    top: 'Dropbox',
  },
  googleDrive: {
    title: 'Google Drive',
    Icon: IconBrandGoogleDrive,
    setting: 'Magpie__Imports__GoogleDrive__ClientId',
    top: 'My Drive',
  },
} as const;

export const providerNames = Object.keys(providers) as CloudProvider[];
