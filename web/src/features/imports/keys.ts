export const importKeys = {
  all: ['imports'] as const,
  list: (group: string) => ['imports', 'list', group] as const,
  probe: (group: string, url: string) => ['imports', 'probe', group, url] as const,
};
