import type { Filters } from './filters';

export type Selection =
  | { kind: 'some'; ids: ReadonlySet<string> }
  | { kind: 'all'; filters: Filters; total: number; except: ReadonlySet<string> };
