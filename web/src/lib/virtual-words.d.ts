/** Made of the catalogs by scripts/words.ts. */
declare module 'virtual:words' {
  import type { Messages } from '@lingui/core';

  type Load<Module> = () => Promise<Module>;

  interface Catalog {
    messages: Messages;
  }

  /** By the code of the language: what every page says, and the way to the rest by the names of its parts. */
  export const catalogs: Record<string, Load<Catalog & { parts: Record<string, Load<Catalog>> }>>;
}
