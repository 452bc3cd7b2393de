/** The filters of a list of assets that decide which events touch it. */
export interface AssetScope {
  group: string;
  usage?: 'used' | 'unused';
  status?: string;
}

/** The same for a list of posts. */
export interface LinesScope {
  group: string;
  q?: string;
  asset?: string;
}

/** The query keys of everything events can touch; `touched.ts` says which event touches what. */
export const libraryKeys = {
  all: ['library'] as const,
  views: ['library', 'view'] as const,
  view: (scope: AssetScope) => ['library', 'view', scope] as const,
  selectors: ['library', 'selector'] as const,
  selector: (scope: AssetScope) => ['library', 'selector', scope] as const,
  assets: ['library', 'asset'] as const,
  asset: (id: string) => ['library', 'asset', id] as const,
};

export const labelKeys = {
  all: ['library', 'labels'] as const,
  found: (group: string, q: string, limit: number) => ['library', 'labels', group, q, limit] as const,
};

export const trashKeys = {
  all: ['library', 'trash'] as const,
  list: (group: string) => ['library', 'trash', group] as const,
};

export const postKeys = {
  all: ['posts'] as const,
  profiles: ['posts', 'profiles'] as const,
  profilesOf: (group: string, archived: boolean) => ['posts', 'profiles', group, archived] as const,
  lists: ['posts', 'list'] as const,
  list: (scope: LinesScope) => ['posts', 'list', scope] as const,
  pages: (scope: LinesScope) => ['posts', 'list', 'pages', scope] as const,
  counts: ['posts', 'counts'] as const,
  countsOf: (group: string, month: string) => ['posts', 'counts', group, month] as const,
  posts: ['posts', 'post'] as const,
  post: (id: string) => ['posts', 'post', id] as const,
  setOf: (id: string) => ['posts', 'set', id] as const,
  checklists: ['posts', 'checklist'] as const,
  checklist: (id: string, version: number) => ['posts', 'checklist', id, version] as const,
};

export const importLists = ['imports', 'list'] as const;
