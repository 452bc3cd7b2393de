import { importLists } from '@/core/live/keys';

export const importKeys = {
  list: (group: string) => [...importLists, group] as const,
  probe: (group: string, url: string) => ['imports', 'probe', group, url] as const,
  // Not under 'imports': a change to imports changes nothing at a provider.
  clouds: ['clouds'] as const,
  cloudFilesOf: (provider: string) => ['cloud-files', provider] as const,
  cloudFiles: (provider: string, folder: string, search: string) =>
    ['cloud-files', provider, folder, search] as const,
};
