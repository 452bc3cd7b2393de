/** Generated from the catalogs by scripts/words.ts. */
declare module 'virtual:words' {
  import type { Messages } from '@lingui/core';

  type Load<Module> = () => Promise<Module>;

  interface Catalog {
    messages: Messages;
  }

  /** By language code: the text every page needs, and loaders for the rest by part name. */
  export const catalogs: Record<string, Load<Catalog & { parts: Record<string, Load<Catalog>> }>>;
}
