export const trashKeys = {
  all: ['library', 'trash'] as const,
  list: (group: string) => ['library', 'trash', group] as const,
};
